using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>Index templates over properties of complex values, and complex values with collections in them.</summary>
public sealed class ComplexKeyTests
{
    private readonly RecordingDynamoClient _client = new();

    [Fact]
    public void An_index_over_a_complex_value_that_is_null_does_not_hold_the_item()
    {
        using var context = new ParcelContext(_client);
        context.Add(new Parcel { Id = 1 });

        context.SaveChanges();

        _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<PutItemRequest>().Item.ToString().ShouldBe("""{"Id":{"N":"1"}}""");
    }

    [Fact]
    public void The_index_follows_the_complex_value()
    {
        using var context = new ParcelContext(_client);
        var parcel = new Parcel { Id = 1 };
        context.Add(parcel);
        context.SaveChanges();

        parcel.Target = new Target { Zip = 53111 };
        context.SaveChanges();
        var set = _client.Requests[^1].ShouldBeOfType<UpdateItemRequest>();
        set.ConditionExpression.ShouldBe("attribute_exists(#0)");
        SaveChangesRequestTests.SetValues(set).ShouldBe(new Dictionary<string, string>
        {
            ["Target"] = """{"M":{"Zip":{"N":"53111"}}}""",
            ["by-zipPK"] = """{"S":"ZIP#53111"}""",
        });

        parcel.Target = null;
        context.SaveChanges();
        var remove = _client.Requests[^1].ShouldBeOfType<UpdateItemRequest>();
        remove.UpdateExpression!.ShouldStartWith("REMOVE ");
        remove.ExpressionAttributeNames!.Values.ShouldBe(["Id", "Target", "by-zipPK"], ignoreOrder: true);
    }

    [Fact]
    public void A_complex_value_that_was_null_is_set_as_a_whole_whatever_is_in_it()
    {
        using var context = new ParcelContext(_client);
        var parcel = new Parcel { Id = 1 };
        context.Add(parcel);
        context.SaveChanges();

        parcel.Target = new Target { Zip = 0, Hints = null! };
        context.SaveChanges();

        var update = _client.Requests[^1].ShouldBeOfType<UpdateItemRequest>();
        update.ConditionExpression.ShouldBe("attribute_exists(#0)");
        SaveChangesRequestTests.SetValues(update)["Target"].ShouldBe("""{"M":{"Zip":{"N":"0"}}}""");
    }

    private sealed class Parcel
    {
        public int Id { get; set; }

        public Target? Target { get; set; }
    }

    private sealed class Target
    {
        public int Zip { get; set; }

        public List<Hint> Hints { get; set; } = null!;
    }

    private sealed class Hint
    {
        public string? Text { get; set; }
    }

    private sealed class ParcelContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Parcel>(b =>
            {
                b.Property(p => p.Id).ValueGeneratedNever();
                b.ComplexProperty(p => p.Target, target => target.ComplexCollection(t => t!.Hints));
                b.HasGlobalSecondaryIndex("by-zip").HasPartitionKey("ZIP#{Target.Zip}");
            });
    }
}

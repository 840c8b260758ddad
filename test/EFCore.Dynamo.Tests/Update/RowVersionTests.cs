using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>Concurrency tokens that the provider counts up.</summary>
public sealed class RowVersionTests
{
    private readonly RecordingDynamoClient _client = new();

    [Fact]
    public void Numbers_and_bytes_count_up_and_guids_are_new()
    {
        using var context = new VersionContext(_client);
        var entity = new Versioned { Id = 1 };
        context.Add(entity);
        context.SaveChanges();
        var guid = entity.Guid;
        guid.ShouldNotBe(Guid.Empty);
        (entity.Short, entity.Unsigned, entity.Optional).ShouldBe(((short)1, 1ul, 1));
        entity.Bytes.ShouldBe([0, 0, 0, 0, 0, 0, 0, 1]);

        entity.Text = "x";
        context.SaveChanges();

        (entity.Short, entity.Unsigned, entity.Optional).ShouldBe(((short)2, 2ul, 2));
        entity.Bytes.ShouldBe([0, 0, 0, 0, 0, 0, 0, 2]);
        entity.Guid.ShouldNotBe(guid);
        var update = _client.Requests[^1].ShouldBeOfType<UpdateItemRequest>();
        update.ConditionExpression!.Split(" AND ").Length.ShouldBe(6);
        SaveChangesRequestTests.SetValues(update).Count.ShouldBe(6);
        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public void A_version_at_its_end_is_an_error_and_not_a_smaller_version()
    {
        using var context = new VersionContext(_client);
        var entity = new Versioned { Id = 1, Short = short.MaxValue, Bytes = [1, 2, 3] };
        context.Attach(entity);
        entity.Text = "x";

        Should.Throw<OverflowException>(() => context.SaveChanges());

        _client.Requests.ShouldBeEmpty();
        entity.Short.ShouldBe(short.MaxValue);
    }

    [Fact]
    public void A_delete_needs_the_version_that_was_read()
    {
        using var context = new ShopContext(_client);
        context.Remove(context.Read(new Document { Id = "a", RowVersion = 3 }));

        context.SaveChanges();

        var delete = _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<DeleteItemRequest>();
        delete.ConditionExpression.ShouldBe("attribute_exists(#0) AND #1 = :0");
        delete.ExpressionAttributeValues!.Value[":0"].ToString().ShouldBe("""{"N":"3"}""");
    }

    [Fact]
    public void A_type_that_cannot_be_counted_up_is_refused_with_the_way_out()
    {
        using var context = new TextVersionContext(_client);

        var error = Should.Throw<InvalidOperationException>(() =>
        {
            context.Add(new TextVersioned { Id = 1 });
            context.SaveChanges();
        });

        error.Message.ShouldContain("TextVersioned");
        error.Message.ShouldContain("Version");
    }

    private sealed class Versioned
    {
        public int Id { get; set; }

        public string? Text { get; set; }

        public short Short { get; set; }

        public ulong Unsigned { get; set; }

        public int? Optional { get; set; }

        public Guid Guid { get; set; }

        public byte[]? Bytes { get; set; }
    }

    private sealed class VersionContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Versioned>(b =>
            {
                b.Property(v => v.Short).IsRowVersion();
                b.Property(v => v.Unsigned).IsRowVersion();
                b.Property(v => v.Optional).IsRowVersion();
                b.Property(v => v.Guid).IsRowVersion();
                b.Property(v => v.Bytes).IsRowVersion();
            });
    }

    private sealed class TextVersioned
    {
        public int Id { get; set; }

        public string? Version { get; set; }
    }

    private sealed class TextVersionContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<TextVersioned>(b => b.Property(v => v.Version).IsRowVersion());
    }
}

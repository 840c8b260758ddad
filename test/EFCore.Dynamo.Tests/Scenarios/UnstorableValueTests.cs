using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>Values that C# has and DynamoDB has not: the error says whose they are, and nothing is written.</summary>
public sealed class UnstorableValueTests : IDisposable
{
    private readonly ThingContext _context = new($"Data Source=things-{Guid.NewGuid():N};Mode=Memory");

    public UnstorableValueTests() => _context.Database.EnsureCreated();

    public void Dispose()
    {
        _context.Database.EnsureDeleted();
        _context.Dispose();
    }

    [Fact]
    public void A_value_that_is_no_number_names_entity_and_attribute_on_insert()
    {
        _context.Add(new Thing { Id = "a", Weight = double.NaN });

        Should.Throw<DbUpdateException>(() => _context.SaveChanges()).Message.ShouldContain("the value of attribute 'Weight' of 'Thing'");
    }

    [Fact]
    public async Task A_number_out_of_range_names_entity_and_attribute_on_update()
    {
        var thing = new Thing { Id = "a" };
        _context.Add(thing);
        await _context.SaveChangesAsync();
        thing.Weight = 1e200;

        var error = await Should.ThrowAsync<DbUpdateException>(() => _context.SaveChangesAsync());
        error.Message.ShouldContain("the value of attribute 'Weight' of 'Thing'");
        thing.Weight = 1;
        (await _context.SaveChangesAsync()).ShouldBe(1);
    }

    [Fact]
    public void A_value_deep_inside_names_the_type_that_has_it_once()
    {
        _context.Add(new Thing { Id = "a", Place = new Place { Latitude = double.PositiveInfinity } });

        Should.Throw<DbUpdateException>(() => _context.SaveChanges()).Message.ShouldContain("attribute 'Latitude' of 'Thing.Place#Place");
    }

    [Fact]
    public void A_text_that_is_no_Unicode_names_entity_and_attribute()
    {
        _context.Add(new Thing { Id = "a", Name = "half a pair: \ud800" });

        Should.Throw<DbUpdateException>(() => _context.SaveChanges()).Message.ShouldContain("the value of attribute 'Name' of 'Thing'");
    }

    [Fact]
    public void An_entity_fails_alone_and_is_saved_once_it_is_corrected()
    {
        var thing = new Thing { Id = "a", Weight = double.NaN, Parts = [new Part { Sku = "p" }] };
        _context.Add(thing);
        Should.Throw<DbUpdateException>(() => _context.SaveChanges());

        thing.Weight = 2;
        _context.SaveChanges();
        _context.ChangeTracker.Clear();
        _context.Things.Single(t => t.Id == "a").Parts.Single().Sku.ShouldBe("p");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_is_shown_only_where_values_may_be_shown(bool isSensitive)
    {
        using var scenario = new Scenario(static model => model.Entity<Dated>(), options => options.EnableSensitiveDataLogging(isSensitive));
        await using var context = scenario.Open();
        await scenario.Client.PutItemAsync(new PutItemRequest
        {
            TableName = nameof(Dated),
            Item = Item.Create(("Id", AttributeValue.FromNumber(1)), ("Day", AttributeValue.FromString("secret"))),
        });
        context.Add(new Dated { Id = 2, Letter = '\ud83d' });

        var unreadable = await Should.ThrowAsync<InvalidOperationException>(() => context.Set<Dated>().SingleAsync(d => d.Id == 1));
        var unstorable = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        unreadable.Message.ShouldContain("'Dated.Day'");
        unreadable.Message.Contains("secret", StringComparison.Ordinal).ShouldBe(isSensitive);
        unstorable.Message.ShouldContain("'Letter' of 'Dated'");
        unstorable.Message.Contains("D83D", StringComparison.Ordinal).ShouldBe(isSensitive);
    }

    private sealed class Dated
    {
        public int Id { get; set; }

        public DateOnly Day { get; set; }

        public char Letter { get; set; } = 'a';
    }
}

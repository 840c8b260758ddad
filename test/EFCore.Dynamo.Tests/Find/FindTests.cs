using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Update;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Find;

/// <summary>Find and GetDatabaseValues as one GetItem.</summary>
public sealed class FindTests
{
    private readonly RecordingDynamoClient _client = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_entity_that_is_not_tracked_is_one_get_item(bool isRemote)
    {
        _client.IsRemote = isRemote;
        _client.OnGetItem = static _ => Found(
            ("Id", AttributeValue.FromNumber(7)), ("Name", AttributeValue.FromString("Lamp")), ("Price", AttributeValue.FromNumber(12)));
        await using var context = new ShopContext(_client);

        var found = await context.Products.FindAsync(7);
        var again = context.Products.Find(7);

        var request = _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<GetItemRequest>();
        request.TableName.ShouldBe("products");
        request.Key.ShouldBe(Item.Create(("Id", AttributeValue.FromNumber(7))));
        found!.Name.ShouldBe("Lamp");
        found.Price.ShouldBe(12);
        found.Stock.ShouldBeNull();
        found.Labels.ShouldBeEmpty();
        again.ShouldBeSameAs(found);
        context.Entry(found).State.ShouldBe(EntityState.Unchanged);
    }

    [Fact]
    public void A_missing_item_is_null()
    {
        using var context = new ShopContext(_client);

        context.Products.Find(7).ShouldBeNull();

        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void What_an_entity_owns_comes_with_its_item()
    {
        _client.OnGetItem = static _ => Found(
            ("Id", AttributeValue.FromNumber(1)),
            ("Home", Map(("City", "Berlin"))),
            ("Former", AttributeValue.FromList(Map(("City", "Rome")), Map(("City", "Oslo")))),
            ("Passport", Map(("Number", "C01"))),
            ("Phones", AttributeValue.FromList(Map(("Number", "1")), Map(("Number", "2")))));
        using var context = new ShopContext(_client);

        var person = context.People.Find(1)!;

        person.Home.City.ShouldBe("Berlin");
        person.Work.ShouldBeNull();
        person.Former.Select(address => address.City).ShouldBe(["Rome", "Oslo"]);
        person.Passport!.Number.ShouldBe("C01");
        person.Passport.Visa.ShouldBeNull();
        person.Phones.Select(phone => phone.Number).ShouldBe(["1", "2"]);
        context.ChangeTracker.HasChanges().ShouldBeFalse();
        person.Phones[1].Number = "3";
        context.SaveChanges().ShouldBe(1);
    }

    [Fact]
    public void The_key_is_computed_from_the_templates()
    {
        using var context = new CatalogContext(_client);

        context.Find<Book>("en", 5);

        _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<GetItemRequest>().Key.ShouldBe(
            Item.Create(("PK", AttributeValue.FromString("LANGUAGE#en")), ("SK", AttributeValue.FromString("BOOK#00005"))));
    }

    [Fact]
    public void The_discriminator_says_which_type_was_found()
    {
        _client.OnGetItem = static _ => Found(
            ("PK", AttributeValue.FromString("LANGUAGE#en")),
            ("SK", AttributeValue.FromString("BOOK#00005")),
            ("Language", AttributeValue.FromString("en")),
            ("Number", AttributeValue.FromNumber(5)),
            ("Discriminator", AttributeValue.FromString("AudioBook")),
            ("Speaker", AttributeValue.FromString("Ann")));

        using (var context = new CatalogContext(_client))
        {
            context.Find<Book>("en", 5).ShouldBeOfType<AudioBook>().Speaker.ShouldBe("Ann");
        }

        using (var context = new CatalogContext(_client))
        {
            context.Find<Comic>("en", 5).ShouldBeNull();
        }
    }

    [Fact]
    public void Wrong_key_values_are_refused_as_ef_refuses_them()
    {
        using var context = new ShopContext(_client);

        Should.Throw<ArgumentException>(() => context.Products.Find("7"));
        Should.Throw<ArgumentException>(() => context.Products.Find(7, 8));
        context.Products.Find([null]).ShouldBeNull();
        _client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_find_leaves_the_context_usable()
    {
        await using var context = new ShopContext(_client);

        await Should.ThrowAsync<OperationCanceledException>(async () => await context.Products.FindAsync([7], new CancellationToken(canceled: true)));

        context.Products.Find(7).ShouldBeNull();
    }

    [Fact]
    public async Task Database_values_of_a_tracked_entity_need_only_its_own_keys()
    {
        _client.OnGetItem = static _ => Found(
            ("Id", AttributeValue.FromNumber(1)), ("Status", AttributeValue.FromString("sent")), ("Version", AttributeValue.FromNumber(9)));
        await using var context = new ShopContext(_client);
        var order = context.Read(new Order { Id = 1, CustomerId = 42, PlacedAt = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        order.CustomerId = 43;

        var values = (await context.Entry(order).GetDatabaseValuesAsync())!;

        _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<GetItemRequest>().Key!.Value["PK"].GetString().ShouldBe("CUSTOMER#42");
        values.GetValue<string>("Status").ShouldBe("sent");
        values.GetValue<int>("Version").ShouldBe(9);
        values.GetValue<string?>("Courier").ShouldBeNull();
    }

    [Fact]
    public void Reload_takes_what_is_stored_and_detaches_what_is_gone()
    {
        _client.OnGetItem = static _ => Found(
            ("Id", AttributeValue.FromNumber(7)), ("Name", AttributeValue.FromString("new")), ("Price", AttributeValue.FromNumber(1)));
        using var context = new ShopContext(_client);
        var product = context.Read(new Product { Id = 7, Name = "old" });
        product.Stock = 4;

        context.Entry(product).Reload();

        product.Name.ShouldBe("new");
        product.Stock.ShouldBeNull();
        context.Entry(product).State.ShouldBe(EntityState.Unchanged);
        _client.OnGetItem = static _ => new GetItemResponse();
        context.Entry(product).Reload();
        context.Entry(product).State.ShouldBe(EntityState.Detached);
    }

    private static GetItemResponse Found(params (string Name, AttributeValue Value)[] attributes) => new() { Item = Item.Create(attributes) };

    private static AttributeValue Map(params (string Name, string Value)[] attributes)
        => AttributeValue.FromMap(Item.Create([.. attributes.Select(attribute => (attribute.Name, AttributeValue.FromString(attribute.Value)))]));

    private class Book
    {
        public string Language { get; set; } = "";

        public int Number { get; set; }
    }

    private sealed class AudioBook : Book
    {
        public string? Speaker { get; set; }
    }

    private sealed class Comic : Book;

    private sealed class CatalogContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Book>(b =>
            {
                b.ToDynamoTable("catalog");
                b.HasPartitionKey(x => $"LANGUAGE#{x.Language}");
                b.HasSortKey(x => $"BOOK#{x.Number:D5}");
            });
            modelBuilder.Entity<AudioBook>();
            modelBuilder.Entity<Comic>();
        }
    }
}

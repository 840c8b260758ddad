using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>SaveChanges down to a store and back by its items.</summary>
public abstract class SaveChangesStoreTests(TestStore store) : IDisposable
{
    private readonly StoredShop _shop = new(store);

    public void Dispose()
    {
        _shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Insert_update_and_delete(bool async)
    {
        await using var context = _shop.CreateContext();
        var product = new Product { Id = 7, Name = "Lamp", Price = 12.5m, Stock = 3, Labels = { "new" } };
        context.Add(product);
        (await Save(context, async)).ShouldBe(1);
        ReadProduct(7)!.Value.ToString().ShouldBe(
            """{"Id":{"N":"7"},"Labels":{"SS":["new"]},"Name":{"S":"Lamp"},"Price":{"N":"12.5"},"Stock":{"N":"3"}}""");

        product.Name = null;
        product.Stock = 4;
        product.Labels.Clear();
        (await Save(context, async)).ShouldBe(1);
        ReadProduct(7)!.Value.ToString().ShouldBe("""{"Id":{"N":"7"},"Price":{"N":"12.5"},"Stock":{"N":"4"}}""");

        context.Remove(product);
        (await Save(context, async)).ShouldBe(1);
        ReadProduct(7).ShouldBeNull();
        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void Hundred_inserts_are_all_or_nothing()
    {
        using var context = _shop.CreateContext();
        context.AddRange(Enumerable.Range(1, 100).Select(id => new Product { Id = id }));
        context.SaveChanges().ShouldBe(100);

        using var second = _shop.CreateContext();
        second.AddRange(Enumerable.Range(100, 50).Select(id => new Product { Id = id }));
        var error = Should.Throw<DbUpdateException>(() => second.SaveChanges());

        ((Product)error.Entries.ShouldHaveSingleItem().Entity).Id.ShouldBe(100);
        ReadProduct(101).ShouldBeNull();
        ReadProduct(50).ShouldNotBeNull();
    }

    [Fact]
    public void A_save_without_transaction_keeps_what_was_written_before_the_error()
    {
        using (var first = _shop.CreateContext())
        {
            first.Add(new Product { Id = 2 });
            first.SaveChanges();
        }

        using var context = _shop.CreateContext();
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        context.AddRange(new Product { Id = 1 }, new Product { Id = 2 }, new Product { Id = 3 });

        var error = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        ((Product)error.Entries.ShouldHaveSingleItem().Entity).Id.ShouldBe(2);
        ReadProduct(1).ShouldNotBeNull();
        ReadProduct(3).ShouldBeNull();
    }

    [Fact]
    public void Of_two_contexts_that_change_one_token_the_second_is_in_conflict_and_can_retry()
    {
        using (var setup = _shop.CreateContext())
        {
            setup.Add(NewOrder(1));
            setup.SaveChanges();
        }

        using var first = _shop.CreateContext();
        using var second = _shop.CreateContext();
        var mine = first.Read(NewOrder(1));
        var theirs = second.Read(NewOrder(1));
        (theirs.Status, theirs.Version) = ("sent", 1);
        second.SaveChanges();
        (mine.Status, mine.Version) = ("lost", 1);

        var error = Should.Throw<DbUpdateConcurrencyException>(() => first.SaveChanges());

        var entry = error.Entries.ShouldHaveSingleItem();
        entry.Entity.ShouldBe(mine);
        entry.OriginalValues.SetValues(entry.GetDatabaseValues()!);
        mine.Version = 2;
        first.SaveChanges().ShouldBe(1);
        ReadOrder(NewOrder(1))!.Value["Status"].GetString().ShouldBe("lost");
    }

    [Fact]
    public void An_update_of_an_item_that_vanished_is_a_conflict_and_makes_no_item()
    {
        using var context = _shop.CreateContext();
        var product = context.Read(new Product { Id = 7, Name = "x" });
        product.Name = "y";

        var error = Should.Throw<DbUpdateConcurrencyException>(() => context.SaveChanges());

        error.Entries.ShouldHaveSingleItem().GetDatabaseValues().ShouldBeNull();
        ReadProduct(7).ShouldBeNull();
    }

    [Fact]
    public void A_moved_item_is_at_its_new_key_only_and_its_indexes_follow()
    {
        using var context = _shop.CreateContext();
        var order = NewOrder(1);
        context.Add(order);
        context.SaveChanges();
        var before = NewOrder(1);

        order.CustomerId = 43;
        order.Courier = "Bob";
        context.SaveChanges().ShouldBe(1);

        ReadOrder(before).ShouldBeNull();
        ReadOrder(order)!.Value["by-courierPK"].GetString().ShouldBe("COURIER#Bob");
        QueryCourier("COURIER#Bob").ShouldHaveSingleItem()["PK"].GetString().ShouldBe("CUSTOMER#43");
        order.Courier = null;
        context.SaveChanges();
        QueryCourier("COURIER#Bob").ShouldBeEmpty();
    }

    [Fact]
    public void A_move_onto_another_item_writes_nothing()
    {
        using var context = _shop.CreateContext();
        var order = NewOrder(1);
        var other = NewOrder(1);
        other.CustomerId = 43;
        other.Id = 2;
        context.AddRange(order, other);
        context.SaveChanges();

        order.CustomerId = 43;
        context.SaveChanges();
        using var second = _shop.CreateContext();
        var clash = second.Read(new Order { Id = 1, CustomerId = 42, PlacedAt = order.PlacedAt });
        clash.CustomerId = 43;

        Should.Throw<DbUpdateException>(() => second.SaveChanges());

        ReadOrder(order).ShouldNotBeNull();
        ReadOrder(other).ShouldNotBeNull();
    }

    [Fact]
    public void A_graph_inside_an_item_is_changed_in_place()
    {
        using var context = _shop.CreateContext();
        var person = new Person
        {
            Id = 1,
            Home = new Address { City = "Berlin", Street = "Main" },
            Passport = new Passport { Number = "C01", Country = "DE", Visa = new Stamp { Text = "ok" } },
            Phones = [new Phone { Number = "1" }, new Phone { Number = "2" }],
        };
        context.Add(person);
        context.SaveChanges();

        person.Home.City = "Rome";
        person.Work = new Address { City = "Bonn" };
        person.Former.Add(new Address { Street = "x" });
        person.Passport.Country = "FR";
        person.Passport.Visa = null;
        person.Phones.RemoveAt(0);
        context.SaveChanges();

        var item = SynchronousWait.GetResult(_shop.Client.GetItemAsync(new GetItemRequest { TableName = "people", Key = Key(1) })).Item!.Value;
        item["Home"].ToString().ShouldBe("""{"M":{"City":{"S":"Rome"},"Street":{"S":"Main"}}}""");
        item["Work"].ToString().ShouldBe("""{"M":{"City":{"S":"Bonn"}}}""");
        item["Former"].ToString().ShouldBe("""{"L":[{"M":{"Street":{"S":"x"}}}]}""");
        item["Passport"].ToString().ShouldBe("""{"M":{"Country":{"S":"FR"},"Number":{"S":"C01"}}}""");
        item["Phones"].ToString().ShouldBe("""{"L":[{"M":{"Number":{"S":"2"}}}]}""");
    }

    [Fact]
    public async Task Concurrent_contexts_lose_no_update_that_a_token_guards()
    {
        await using (var setup = _shop.CreateContext())
        {
            setup.Add(new Document { Id = "counter", Text = "0" });
            await setup.SaveChangesAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(CountToTwentyFive)));

        await using var context = _shop.CreateContext();
        var document = (await context.Documents.FindAsync("counter"))!;
        document.Text.ShouldBe("100");
        document.RowVersion.ShouldBe(101);
    }

    private async Task CountToTwentyFive()
    {
        for (var done = 0; done < 25;)
        {
            await using var context = _shop.CreateContext();
            var document = (await context.Documents.FindAsync("counter"))!;
            document.Text = (int.Parse(document.Text!) + 1).ToString();
            try
            {
                await context.SaveChangesAsync();
                done++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another one was faster: read again.
            }
        }
    }

    private static async Task<int> Save(DbContext context, bool async)
        => async ? await context.SaveChangesAsync() : context.SaveChanges();

    private Item? ReadProduct(int id)
        => SynchronousWait.GetResult(_shop.Client.GetItemAsync(new GetItemRequest { TableName = "products", Key = Key(id) })).Item;

    private Item? ReadOrder(Order order)
        => SynchronousWait.GetResult(_shop.Client.GetItemAsync(new GetItemRequest
        {
            TableName = "shop",
            Key = Item.Create(
                ("PK", AttributeValue.FromString($"CUSTOMER#{order.CustomerId}")),
                ("SK", AttributeValue.FromString($"ORDER#{order.PlacedAt:yyyy-MM-dd}#{order.Id}"))),
        })).Item;

    private IReadOnlyList<Item> QueryCourier(string courier)
        => SynchronousWait.GetResult(_shop.Client.QueryAsync(new QueryRequest
        {
            TableName = "shop",
            IndexName = "by-courier",
            KeyConditionExpression = "#k = :k",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#k"] = "by-courierPK" },
            ExpressionAttributeValues = new ItemBuilder().Add(":k", courier).Build(),
        })).Items!;

    private static Item Key(int id) => Item.Create(("Id", AttributeValue.FromNumber(id)));

    private static Order NewOrder(int id)
        => new() { Id = id, CustomerId = 42, PlacedAt = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), Status = "open", Courier = "Ann" };
}

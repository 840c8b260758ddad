using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Query.Lookups;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Includes;

/// <summary>What lies in one partition is read by one Query.</summary>
public abstract class ItemCollectionTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => WarehouseContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_customer_and_its_orders_are_one_query()
    {
        var (context, client) = Open();
        await using var _ = context;
        var query = context.Customers.Where(c => c.Id == 1).Include(c => c.Orders);
        var customer = await query.SingleAsync();

        client.Reads.ShouldBe(["Query"]);
        customer.Orders.Select(o => (o.Number, o.GetType().Name)).ShouldBe([(1, "Order"), (2, "ExpressOrder"), (3, "Order"), (4, "ExpressOrder")]);
        customer.Orders.ShouldAllBe(o => ReferenceEquals(o.Customer, customer));
        query.ToQueryString().ShouldBe(
            """
            Query warehouse  PK = "CUSTOMER#1" AND SK BETWEEN "CUSTOMER" AND "ORDER#\U0010FFFF"
              client: filter
              client: filter
              collection lookup of Order among the items of the same Query, by CustomerId:
                client: filter
            """);
    }

    [Fact]
    public async Task Orders_and_their_customer_are_one_query()
    {
        var (context, client) = Open();
        await using var _ = context;
        var orders = await context.Orders.AsNoTracking().Where(o => o.CustomerId == 2).Include(o => o.Customer).ToListAsync();

        client.Reads.ShouldBe(["Query"]);
        orders.Select(o => (o.Number, o.Customer!.Name)).ShouldBe([(1, "c2"), (2, "c2"), (3, "c2"), (4, "c2")]);
        // A required reference is joined: without it there is no row.
        (await context.Orders.Where(o => o.CustomerId == 9).Include(o => o.Customer).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_customers_are_one_query_a_partition()
    {
        var (context, client) = Open();
        await using var _ = context;
        int[] ids = [3, 1, 9, 10, 3];
        var customers = await context.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).Include(c => c.Orders).ToListAsync();

        client.Reads.ShouldBe(["Query", "Query", "Query", "Query"]);
        customers.OrderBy(c => c.Id).Select(c => (c.Id, c.Orders.Count)).ShouldBe([(1, 4), (3, 4), (10, 0)]);
        customers.SelectMany(c => c.Orders.Select(o => o.CustomerId == c.Id)).ShouldAllBe(isOwn => isOwn);
    }

    [Fact]
    public async Task A_customer_that_is_missing_has_no_row_though_there_are_orders()
    {
        var (context, client) = Open();
        await using var _ = context;
        (await context.Customers.Where(c => c.Id == 9).Include(c => c.Orders).ToListAsync()).ShouldBeEmpty();
        (await context.Customers.Where(c => c.Id == 10).Include(c => c.Orders).SingleAsync()).Orders.ShouldBeEmpty();
        (await context.Customers.Where(c => c.Id == 99).Include(c => c.Orders).ToListAsync()).ShouldBeEmpty();
        client.Reads.ShouldBe(["Query", "Query", "Query"]);
    }

    [Fact]
    public async Task Filters_orders_and_limits_are_those_of_the_collection()
    {
        var (context, client) = Open();
        await using var _ = context;
        var id = 3;
        var customer = await context.Customers.AsNoTracking().Where(c => c.Id == id && c.Name != "x")
            .Include(c => c.Orders.Where(o => o.Total > 3).OrderByDescending(o => o.Total).Skip(1).Take(1)).SingleAsync();
        customer.Orders.Select(o => o.Number).ShouldBe([3]);
        (await context.Customers.Where(c => c.Id == id && c.Name == "x").Include(c => c.Orders).ToListAsync()).ShouldBeEmpty();
        client.Reads.ShouldBe(["Query", "Query"]);
        (await context.Customers.AsNoTracking().Where(c => c.Id == id).Include(c => c.Orders.OrderByDescending(o => o.Number)).SingleAsync())
            .Orders.Select(o => o.Number).ShouldBe([4, 3, 2, 1]);
    }

    [Fact]
    public async Task A_limit_that_the_service_keeps_is_cheaper_by_a_request_of_its_own()
    {
        var (context, client) = Open();
        await using var _ = context;
        var customer = await context.Customers.Where(c => c.Id == 1).Include(
            c => c.Orders.OrderByDescending(o => o.Number).Take(1)).MaxItemsRead(2).SingleAsync();
        customer.Orders.ShouldHaveSingleItem().Number.ShouldBe(4);
        client.Reads.ShouldBe(["GetItem", "Query"]);
    }

    [Fact]
    public async Task What_follows_in_other_tables_is_looked_up_for_all()
    {
        var (context, client) = Open();
        await using var _ = context;
        var customer = await context.Customers.Where(c => c.Id == 1).Include(c => c.Orders).ThenInclude(o => o.Courier).SingleAsync();
        customer.Orders.Select(o => o.Courier?.Name).ShouldBe([null, "Fast", "Fast", "Slow"]);
        client.Reads.ShouldBe(["Query", "BatchGetItem"]);
    }

    [Fact]
    public async Task All_that_lies_side_by_side_is_read_by_the_same_query()
    {
        var (context, client) = Open();
        await using var _ = context;
        var customer = await context.Customers.Where(c => c.Id == 1).Include(c => c.Orders).Include(c => c.Settings).Include(c => c.Notes).SingleAsync();
        (customer.Orders.Count, customer.Settings!.Theme, customer.Notes.Count).ShouldBe((4, "t1", 2));
        client.Reads.ShouldBe(["Query"]);

        // Orders lie between the customer and its notes, which nobody asked for.
        client.Reads.Clear();
        (await context.Customers.AsNoTracking().Where(c => c.Id == 2).Include(c => c.Notes).SingleAsync()).Notes.Count.ShouldBe(2);
        client.Reads.ShouldBe(["GetItem", "Query"]);
    }

    [Fact]
    public async Task Pages_that_end_inside_the_collection_lose_nothing()
    {
        await using var context = new WarehouseContext(store, new SmallPages(store.Client));
        int[] ids = [1, 2, 3];
        var customers = await context.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).Include(c => c.Orders).ThenInclude(o => o.Courier).ToListAsync();
        customers.OrderBy(c => c.Id).Select(c => c.Orders.Count).ShouldBe([4, 4, 4]);
        (await context.Orders.AsNoTracking().Where(o => o.CustomerId == 2).Include(o => o.Customer).ToListAsync()).ShouldAllBe(o => o.Customer!.Name == "c2");
    }

    [Fact]
    public async Task Items_of_no_known_type_are_left_out()
    {
        await store.Client.PutItemAsync(new PutItemRequest
        {
            TableName = "warehouse",
            Item = Item.Create(
                ("PK", AttributeValue.FromString("CUSTOMER#1")),
                ("SK", AttributeValue.FromString("ORDER#000009")),
                ("$type", AttributeValue.FromString("Ghost")),
                ("CustomerId", AttributeValue.FromString("one")),
                ("Id", AttributeValue.FromString("?"))),
        });
        var (context, client) = Open();
        await using var _ = context;
        (await context.Customers.Where(c => c.Id == 1).Include(c => c.Orders).SingleAsync()).Orders.Count.ShouldBe(4);
        client.Reads.ShouldBe(["Query"]);
    }

    [Fact]
    public async Task A_bound_on_items_and_consistency_hold_for_the_query()
    {
        var (context, client) = Open();
        await using var _ = context;
        var query = context.Customers.AsNoTracking().Where(c => c.Id == 1).Include(c => c.Orders);
        (await query.MaxItemsRead(5).SingleAsync()).Orders.Count.ShouldBe(4);
        await Should.ThrowAsync<InvalidOperationException>(() => query.MaxItemsRead(4).SingleAsync());
        client.Reads.Clear();
        (await query.WithConsistentRead().SingleAsync()).Orders.Count.ShouldBe(4);
        query.WithConsistentRead().ToQueryString().ShouldContain("consistent");
        client.Reads.ShouldBe(["Query"]);
        var mixed = context.Customers.Where(c => c.Id == 1).Select(
            c => new { c.Name, Numbers = context.Orders.WithConsistentRead().Where(o => o.CustomerId == c.Id).Select(o => o.Number).ToList() });
        client.Reads.Clear();
        (await mixed.SingleAsync()).Numbers.Count.ShouldBe(4);
        client.Reads.ShouldBe(["GetItem", "Query"]);
    }

    [Fact]
    public async Task Projections_joins_and_counts_share_the_query()
    {
        var (context, client) = Open();
        await using var _ = context;
        (await context.Customers.Where(c => c.Id == 1).Select(
            c => new { c.Name, Count = c.Orders.Count(o => o.Total > 2), Totals = c.Orders.Select(o => o.Total).ToList() }).SingleAsync())
            .Totals.ShouldBe([1, 2, 3, 4]);
        (await context.Customers.Where(c => c.Id == 1).Join(context.Orders, c => c.Id, o => o.CustomerId, (c, o) => c.Name + o.Number).ToListAsync())
            .ShouldBe(["c11", "c12", "c13", "c14"]);
        (await context.Customers.CountAsync(c => c.Id == 1 && c.Orders.Any(o => o.Total == 4))).ShouldBe(1);
        client.Reads.ShouldBe(["Query", "Query", "Query"]);
    }

    private (WarehouseContext Context, CountingClient Client) Open()
    {
        var client = new CountingClient(store.Client);
        return (new WarehouseContext(store, client), client);
    }

    /// <summary>Never more than one item a page.</summary>
    private sealed class SmallPages(IDynamoClient client) : DelegatingDynamoClient(client)
    {
        public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
            => base.QueryAsync(request with { Limit = 1 }, cancellationToken);
    }
}

public sealed class EmbeddedItemCollectionTests() : ItemCollectionTests(new EmbeddedStore());

public sealed class HttpItemCollectionTests() : ItemCollectionTests(new HttpStore());

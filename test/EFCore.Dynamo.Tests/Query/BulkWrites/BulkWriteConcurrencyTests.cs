using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>Bulk writes of one item by many at once.</summary>
public abstract class BulkWriteConcurrencyTests(TestStore store) : IAsyncLifetime
{
    private const int Writers = 8;
    private const int WritesEach = 10;

    public Task InitializeAsync() => WarehouseContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task No_decrement_of_the_service_is_lost()
    {
        await RunAsync(c => c.Products.Where(p => p.Id == 6).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stock, p => p.Stock - 1)));
        (await FindAsync()).Stock.ShouldBe(60 - (Writers * WritesEach));
    }

    [Fact]
    public async Task Stock_never_falls_below_zero_and_the_count_says_who_got_some()
    {
        var taken = await RunAsync(
            c => c.Products.Where(p => p.Id == 6 && p.Stock >= 2).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stock, p => p.Stock - 2)));
        taken.ShouldBe(30);
        (await FindAsync()).Stock.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_that_the_client_computes_is_lost()
    {
        await RunAsync(c => c.Products.Where(p => p.Id == 6).ExecuteUpdateAsync(s => s.SetProperty(p => p.Note, p => p.Note + "x")));
        (await FindAsync()).Note.ShouldBe(new string('x', Writers * WritesEach));
    }

    [Fact]
    public async Task A_condition_of_the_client_holds_when_the_item_is_written()
    {
        var shortened = await RunAsync(
            c => c.Products.Where(p => p.Id == 5 && p.Stock % 10 != 3).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stock, p => p.Stock - 1)));
        shortened.ShouldBe(7);
        (await store.Client.GetItemAsync(new Operations.GetItemRequest { TableName = "Products", Key = Key(5) })).Item!.Value["Stock"].GetInt64().ShouldBe(43);
    }

    [Fact]
    public async Task An_index_key_is_always_that_of_its_properties()
    {
        var number = 0;
        await RunAsync(c =>
        {
            var state = "s" + Interlocked.Increment(ref number);
            return c.Jobs.Where(j => j.Tenant == "a" && j.Number == 1).ExecuteUpdateAsync(
                state.Length % 2 == 0 ? s => s.SetProperty(j => j.State, state) : s => s.SetProperty(j => j.Owner, j => j.State + "!"));
        });
        await using var context = new WarehouseContext(store);
        var job = await context.Jobs.AsNoTracking().SingleAsync(j => j.Tenant == "a" && j.Number == 1);
        (await context.Jobs.AsNoTracking().SingleAsync(j => j.Tenant == "a" && j.State == job.State && j.Owner == job.Owner)).Number.ShouldBe(1);
    }

    private static Values.Item Key(int id)
        => new Values.ItemBuilder().Add("Id", id).Build();

    private async Task<Product> FindAsync()
    {
        await using var context = new WarehouseContext(store);
        return await context.Products.AsNoTracking().SingleAsync(p => p.Id == 6);
    }

    private async Task<int> RunAsync(Func<WarehouseContext, Task<int>> write)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            await using var context = new WarehouseContext(store);
            for (var i = 0; i < WritesEach; i++)
            {
                count += await write(context);
            }

            return count;
        })));
        return counts.Sum();
    }
}

using EFCore.Dynamo.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Tests.Query;

public abstract class ExecutionTests(ShopFixture fixture)
{
    private static readonly Func<ShopContext, int, int, Order?> Find
        = EF.CompileQuery(
            (ShopContext context, int customer, int number) => context.Orders.AsNoTracking().FirstOrDefault(
                o => o.CustomerId == customer && o.Number == number));

    private static readonly Func<ShopContext, int, IEnumerable<int>> Numbers
        = EF.CompileQuery((ShopContext context, int customer) => context.Orders.Where(o => o.CustomerId == customer).Select(o => o.Number));

    private static readonly Func<ShopContext, int, Task<int>> Count
        = EF.CompileAsyncQuery((ShopContext context, int customer) => context.Orders.Count(o => o.CustomerId == customer));

    private static readonly Func<ShopContext, int, IAsyncEnumerable<Order>> Orders
        = EF.CompileAsyncQuery((ShopContext context, int customer) => context.Orders.Where(o => o.CustomerId == customer));

    [Fact]
    public async Task Compiled_queries_run_with_each_call_s_arguments()
    {
        using var context = fixture.CreateContext();
        Find(context, 1, 2)!.Number.ShouldBe(2);
        Find(context, 2, 3)!.Number.ShouldBe(3);
        Find(context, 2, 33).ShouldBeNull();
        Numbers(context, 3).ShouldBe(Enumerable.Range(1, 12));
        (await Count(context, 3)).ShouldBe(12);
        (await Count(context, 4)).ShouldBe(0);
        var numbers = new List<int>();
        await foreach (var order in Orders(context, 2))
        {
            numbers.Add(order.Number);
        }

        numbers.ShouldBe(Enumerable.Range(1, 12));
    }

    [Fact]
    public void One_query_can_be_enumerated_twice_and_half()
    {
        using var context = fixture.CreateContext();
        var query = context.Orders.AsNoTracking().Where(o => o.CustomerId == 1);
        foreach (var order in query)
        {
            if (order.Number == 3)
            {
                break;
            }
        }

        query.AsEnumerable().Count().ShouldBe(12);
        query.AsEnumerable().Count().ShouldBe(12);
    }

    [Fact]
    public async Task A_cancelled_query_is_cancelled()
    {
        using var context = fixture.CreateContext();
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => context.Orders.Where(o => o.CustomerId == 1).ToListAsync(cancellation.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => context.Orders.CountAsync(o => o.CustomerId == 1, cancellation.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(3, null, cancellation.Token));
    }

    [Fact]
    public async Task Enumeration_stops_when_it_is_cancelled_on_the_way()
    {
        using var context = fixture.CreateContext();
        using var cancellation = new CancellationTokenSource();
        var seen = 0;
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var order in context.Orders.Where(o => o.CustomerId == 1).AsAsyncEnumerable().WithCancellation(cancellation.Token))
            {
                seen++;
                await cancellation.CancelAsync();
            }
        });
        seen.ShouldBe(1);
    }

    [Fact]
    public async Task Many_threads_share_a_compiled_query()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            using var context = fixture.CreateContext();
            for (var i = 0; i < 50; i++)
            {
                var customer = (worker + i) % 3 + 1;
                context.Orders.AsNoTracking().Where(
                    o => o.CustomerId == customer && o.Number > 4).ToList().Select(o => o.Number).ShouldBe(Enumerable.Range(5, 8));
                Find(context, customer, 7)!.Views.ShouldBe(7_000_000_000L);
            }
        })));
    }

    [Fact]
    public void Requests_are_logged_with_their_plan()
    {
        var log = new List<(int Id, string Text)>();
        using var context = new LoggedShopContext(fixture, log);
        context.Orders.Count(o => o.CustomerId == 2);
        log.ShouldContain(e => e.Id == DynamoEventId.ExecutingRequest.Id && e.Text.Contains("Query shop", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failing_enumeration_is_logged_and_not_wrapped()
    {
        var log = new List<(int Id, string Text)>();
        using var context = new LoggedShopContext(fixture, log);
        Should.Throw<InvalidOperationException>(() => context.Orders.Where(o => o.CustomerId == 1).MaxItemsRead(1).ToList());
        log.ShouldContain(e => e.Id == CoreEventId.QueryIterationFailed.Id);
    }

    private sealed class LoggedShopContext(ShopFixture fixture, List<(int Id, string Text)> log) : ShopContext(fixture.ConnectionString)
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            base.OnConfiguring(optionsBuilder);
            optionsBuilder.LogTo((_, _) => true, e => log.Add((e.EventId.Id, e.ToString())));
        }
    }
}

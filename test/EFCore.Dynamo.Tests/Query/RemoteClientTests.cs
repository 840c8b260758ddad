using EFCore.Dynamo.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>Queries on a client that answers as one over a network does.</summary>
public sealed class RemoteClientTests : IClassFixture<EmbeddedShopFixture>, IDisposable
{
    private readonly ShopContext _embedded;
    private readonly HesitantClient _client;

    public RemoteClientTests(EmbeddedShopFixture fixture)
    {
        _embedded = fixture.CreateContext();
        _client = new HesitantClient(_embedded.GetService<IDynamoClientSource>().Client);
    }

    public static TheoryData<string> Names
        => [.. OperatorCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Small_late_and_partial_answers_give_the_same_result(string name)
    {
        var query = OperatorCases.All.Single(c => c.Name == name);
        var expected = ResultText.Describe(() => query.Run(ShopData.CreateOrders().AsQueryable()), query.IsOrdered);
        using var context = CreateContext();
        ResultText.Describe(() => query.Run(context.Orders.AsNoTracking()), query.IsOrdered).ShouldBe(expected);
        object? result = null;
        var description = ResultText.Describe(() => result = query.Run(context.Orders), query.IsOrdered);
        if (result is IQueryable<object> rows)
        {
            var actual = await rows.ToListAsync();
            description = ResultText.Describe(() => actual, query.IsOrdered);
        }

        description.ShouldBe(expected);
    }

    [Fact]
    public async Task Keys_that_a_batch_left_out_are_asked_for_again()
    {
        var numbers = new[] { 1, 2, 3, 4, 99 };
        using var context = CreateContext();
        var orders = await context.Orders.Where(o => o.CustomerId == 1 && numbers.Contains(o.Number)).ToListAsync();
        orders.Select(o => o.Number).Order().ShouldBe([1, 2, 3, 4]);
        _client.RequestCount.ShouldBe(5);
    }

    [Fact]
    public async Task A_limit_ends_the_reading()
    {
        using var context = CreateContext();
        (await context.Orders.Where(o => o.CustomerId == 1).Take(3).ToListAsync()).Count.ShouldBe(3);
        _client.RequestCount.ShouldBe(2);
    }

    [Fact]
    public async Task Any_stops_at_the_first_item()
    {
        using var context = CreateContext();
        (await context.Orders.AnyAsync(o => o.CustomerId == 1)).ShouldBeTrue();
        _client.RequestCount.ShouldBe(1);
    }

    [Fact]
    public async Task The_greatest_sort_key_is_one_item()
    {
        using var context = CreateContext();
        (await context.Orders.Where(o => o.CustomerId == 1).MaxAsync(o => o.Number)).ShouldBe(12);
        _client.RequestCount.ShouldBe(1);
    }

    [Fact]
    public async Task Two_operations_at_once_on_one_context_are_detected()
    {
        using var context = CreateContext();
        _client.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = context.Orders.Where(o => o.CustomerId == 1).ToListAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => context.Orders.Where(o => o.CustomerId == 2).ToListAsync());
        _client.Gate.SetResult();
        (await first).Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_waiting_query_can_be_cancelled()
    {
        using var context = CreateContext();
        using var cancellation = new CancellationTokenSource();
        _client.Gate = new TaskCompletionSource();
        var query = context.Orders.Where(o => o.CustomerId == 1).ToListAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => query);
        _client.Gate.SetResult();
    }

    public void Dispose()
    {
        _client.Dispose();
        _embedded.Dispose();
    }

    private RemoteShopContext CreateContext()
        => new(_client);

    private sealed class RemoteShopContext(IDynamoClient client) : ShopContext("")
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(client);
    }
}

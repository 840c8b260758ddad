using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

public abstract class PagingTests(ShopFixture fixture)
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(100)]
    public async Task Pages_give_each_item_once_and_in_order(int pageSize)
    {
        var numbers = new List<int>();
        string? continuation = null;
        do
        {
            using var context = fixture.CreateContext();
            var page = await context.Orders.Where(o => o.CustomerId == 1).OrderByDescending(o => o.Number).ToPageAsync(pageSize, continuation);
            page.Items.Count.ShouldBeLessThanOrEqualTo(pageSize);
            numbers.AddRange(page.Items.Select(o => o.Number));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        numbers.ShouldBe(Enumerable.Range(1, 12).Reverse());
    }

    [Fact]
    public async Task A_page_is_full_although_filters_leave_items_out()
    {
        using var context = fixture.CreateContext();
        var query = context.Orders.Where(o => o.CustomerId == 1 && o.IsGift && o.Number % 2 == 0).Select(o => o.Number);
        var first = await query.ToPageAsync(1);
        first.Items.ShouldBe([6]);
        var second = await query.ToPageAsync(5, first.Continuation);
        second.Items.ShouldBe([12]);
        second.Continuation.ShouldBeNull();
    }

    [Fact]
    public async Task A_scan_can_be_paged()
    {
        using var context = fixture.CreateContext();
        var keys = new HashSet<(int, int)>();
        string? continuation = null;
        do
        {
            var page = await context.Orders.AllowScan().Select(o => new { o.CustomerId, o.Number }).ToPageAsync(7, continuation);
            foreach (var item in page.Items)
            {
                keys.Add((item.CustomerId, item.Number)).ShouldBeTrue();
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);

        keys.Count.ShouldBe(36);
    }

    [Fact]
    public async Task A_page_of_a_point_read_is_the_last_one()
    {
        using var context = fixture.CreateContext();
        var page = await context.Orders.Where(o => o.CustomerId == 1 && o.Number == 3).ToPageAsync(10);
        page.Items.Count.ShouldBe(1);
        page.Continuation.ShouldBeNull();
    }

    [Fact]
    public async Task A_continuation_of_another_query_is_refused()
    {
        using var context = fixture.CreateContext();
        var page = await context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(2);
        var error = await Should.ThrowAsync<ArgumentException>(() => context.Orders.Where(o => o.CustomerId == 2).ToPageAsync(2, page.Continuation));
        error.Message.ShouldContain("belongs to another query");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("not base64 !")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_string_that_is_no_continuation_is_refused(string continuation)
    {
        using var context = fixture.CreateContext();
        var error = await Should.ThrowAsync<ArgumentException>(() => context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(2, continuation));
        error.Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_continuation_with_any_character_changed_is_refused()
    {
        using var context = fixture.CreateContext();
        var continuation = (await context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(2)).Continuation!;
        for (var i = 0; i < continuation.Length; i += 5)
        {
            var changed = continuation[..i] + (continuation[i] == 'A' ? 'B' : 'A') + continuation[(i + 1)..];
            await Should.ThrowAsync<ArgumentException>(() => context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(2, changed));
        }
    }

    [Fact]
    public async Task A_page_size_below_one_is_refused()
    {
        using var context = fixture.CreateContext();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(0));
    }

    [Fact]
    public async Task A_query_that_orders_on_the_client_cannot_be_paged()
    {
        using var context = fixture.CreateContext();
        var error = await Should.ThrowAsync<InvalidOperationException>(
            () => context.Orders.Where(o => o.CustomerId == 1).OrderBy(o => o.Total).ToPageAsync(3));
        error.Message.ShouldContain("cannot be read in pages");
    }

    [Fact]
    public async Task Paged_entities_are_tracked_unless_asked_otherwise()
    {
        using var context = fixture.CreateContext();
        await context.Orders.Where(o => o.CustomerId == 1).AsNoTracking().ToPageAsync(3);
        context.ChangeTracker.Entries<Order>().ShouldBeEmpty();
        await context.Orders.Where(o => o.CustomerId == 1).ToPageAsync(3);
        context.ChangeTracker.Entries<Order>().Count().ShouldBe(3);
    }
}

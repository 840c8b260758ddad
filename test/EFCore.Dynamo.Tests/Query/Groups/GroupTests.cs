using System.Linq.Expressions;
using EFCore.Dynamo.Tests.Query.Lookups;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Groups;

/// <summary>Groups: what is kept of their rows, when they go on, and their values over random data.</summary>
public abstract class GroupTests(TestStore store) : IDisposable
{
    public void Dispose()
        => store.Dispose();

    [Fact]
    public async Task A_group_goes_on_when_the_next_begins_where_rows_come_in_the_order_of_the_key()
    {
        await SaleContext.SaveAsync(store, SaleContext.CreateSales(new Random(1), store: 1, count: 40));
        var client = new HesitantClient(store.Client);
        await using var context = new SaleContext(store, client);
        var query = context.Sales.Where(s => s.Store == 1).GroupBy(s => s.Day).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(s => s.Pieces) });
        query.ToQueryString().ShouldBe(
            """
            Query Sales  Store = 1
              project Day, Pieces
              client: group by Day (streaming), count, sum of Pieces
            """);

        var first = await query.Take(2).ToListAsync();
        first.Select(g => (g.Key, g.Count)).ShouldBe([(0, 4), (1, 4)]);
        client.RequestCount.ShouldBeLessThan(7); // of 20 with two items each
        (await query.ToListAsync()).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Lists_of_groups_that_go_on_outlive_the_pages_of_their_rows()
    {
        var sales = SaleContext.CreateSales(new Random(2), store: 1, count: 40);
        await SaleContext.SaveAsync(store, sales);
        await using var context = new SaleContext(store, new HesitantClient(store.Client));
        var groups = await context.Sales.Where(s => s.Store == 1).GroupBy(s => s.Day).ToListAsync();
        groups.Select(g => (g.Key, string.Join(' ', g.Select(s => $"{s.Number}{s.City}{s.Price}")))).ShouldBe(
            sales.GroupBy(s => s.Day).Select(g => (g.Key, string.Join(' ', g.Select(s => $"{s.Number}{s.City}{s.Price}")))));
        context.ChangeTracker.Entries().Count().ShouldBe(40);
        groups[0].ShouldAllBe(sale => context.Entry(sale).State == EntityState.Unchanged);
    }

    [Fact]
    public async Task Only_what_is_read_of_a_group_is_kept_and_asked_for()
    {
        await SaleContext.SaveAsync(store, []);
        await using var context = new SaleContext(store);
        var sales = context.Sales.Where(s => s.Store == 1);
        sales.GroupBy(s => s.City).Where(g => g.Count() > 1).Select(
            g => new { g.Key, First = g.OrderBy(s => s.Price).First().Pieces }).ToQueryString().ShouldBe(
            """
            Query Sales  Store = 1
              project City, Price, Pieces
              client: group by City, count, rows
              client: filter
            """);
        sales.OrderBy(s => s.City).GroupBy(s => s.City).Select(g => g.Max(s => s.Price)).ToQueryString().ShouldBe(
            """
            Query Sales  Store = 1
              project City, Price
              client: order by City
              client: group by City (streaming), max of Price
            """);
        sales.GroupBy(s => s.City).Select(g => g.Where(s => s.Pieces > 1).Sum(s => s.Pieces * 2)).ToQueryString().ShouldBe(
            """
            Query Sales  Store = 1
              project City, Pieces
              client: group by City, filtered sum of a computed value
            """);
    }

    [Fact]
    public async Task What_an_item_lacks_is_the_default_of_its_type_as_a_key_and_nothing_to_an_aggregate()
    {
        var sales = SaleContext.CreateSales(new Random(3), store: 1, count: 8);
        await SaleContext.SaveAsync(store, sales);
        await store.Client.UpdateItemAsync(new()
        {
            TableName = "Sales",
            Key = Values.Item.Create(("Store", Values.AttributeValue.FromNumber(1)), ("SK", Values.AttributeValue.FromString("0000#0001"))),
            UpdateExpression = "REMOVE Pieces",
        });
        sales[1].Pieces = 0;
        await using var context = new SaleContext(store);
        var groups = await context.Sales.Where(s => s.Store == 1).GroupBy(s => s.Pieces).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        groups.Select(g => (g.Key, g.Count)).ShouldBe(sales.GroupBy(s => s.Pieces).Select(g => (g.Key, g.Count())));
        (await context.Sales.Where(s => s.Store == 1 && s.Day == 0 && s.Number == 1).GroupBy(s => s.Day).Select(g => g.Max(s => (int?)s.Pieces)).ToListAsync())
            .ShouldBe([null]);
    }

    [Fact]
    public async Task A_sum_that_does_not_fit_is_an_overflow_as_in_LINQ_to_Objects()
    {
        var sales = SaleContext.CreateSales(new Random(4), store: 1, count: 4);
        sales.ForEach(s => s.Pieces = int.MaxValue);
        await SaleContext.SaveAsync(store, sales);
        await using var context = new SaleContext(store);
        await Should.ThrowAsync<OverflowException>(
            () => context.Sales.Where(s => s.Store == 1).GroupBy(s => s.Day).Select(g => g.Sum(s => s.Pieces)).ToListAsync());
    }

    [Fact]
    public async Task Groups_are_joined_to_other_sources_by_their_keys()
    {
        var sales = SaleContext.CreateSales(new Random(5), store: 1, count: 12);
        await SaleContext.SaveAsync(store, sales);
        var client = new CountingClient(store.Client);
        await using var context = new SaleContext(store, client);
        var query = context.Sales.Where(s => s.Store == 1).GroupBy(s => s.Day).Select(g => new { Day = g.Key, Last = g.Max(s => s.Number) })
            .Join(
                context.Sales,
                g => new { Store = 1, g.Day, Number = g.Last },
                s => new { s.Store, s.Day, s.Number },
                (g, s) => new { g.Day, s.City, s.Number });
        (await query.ToListAsync()).Select(x => (x.Day, x.City, x.Number)).ShouldBe(
            sales.GroupBy(s => s.Day).Select(g => g.MaxBy(s => s.Number)!).Select(s => (s.Day, s.City, s.Number)));
        client.Reads.ShouldBe(["Query", "BatchGetItem"]);
    }

    [Fact]
    public async Task Groups_of_random_sales_have_the_values_of_LINQ_to_Objects()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var sales = SaleContext.CreateSales(new Random(seed), store: seed, count: new Random(seed).Next(0, 60));
            await SaleContext.SaveAsync(store, sales);
            await using var context = new SaleContext(store);
            var partition = seed;
            foreach (var query in Queries)
            {
                var expected = ResultText.Describe(() => query(sales.AsQueryable()), isOrdered: true);
                ResultText.Describe(() => query(context.Sales.Where(s => s.Store == partition)), isOrdered: true).ShouldBe(expected, $"seed {seed}");
            }
        }
    }

    private static List<Func<IQueryable<Sale>, IQueryable<object>>> Queries { get; } =
    [
        .. By(s => s.City), .. By(s => s.Channel), .. By(s => s.Origin), .. By(s => s.At), .. By(s => s.Price), .. By(s => s.Discount), .. By(s => s.Pieces),
        .. By(s => s.Rating), .. By(s => s.Views), .. By(s => s.Weight), .. By(s => s.Batch), .. By(s => s.IsGift), .. By(s => s.Day),
        .. By(s => new { s.City, s.Origin }), .. By(s => new { s.Day, s.At, s.Rating }), .. By(s => s.Pieces % 2 == 0), .. By(s => s.Rating + 1),
    ];

    private static IEnumerable<Func<IQueryable<Sale>, IQueryable<object>>> By<TKey>(Expression<Func<Sale, TKey>> key)
    {
        yield return q => q.GroupBy(key).Select(g => new
        {
            g.Key,
            Count = g.Count(),
            Gifts = g.LongCount(s => s.IsGift == true),
            Price = g.Sum(s => s.Price),
            Discount = g.Sum(s => s.Discount),
            Pieces = g.Sum(s => s.Pieces),
            Views = g.Sum(s => s.Views),
            Weight = g.Sum(s => s.Weight),
        });
        yield return q => q.GroupBy(key).Select(g => new
        {
            g.Key,
            Pieces = g.Average(s => s.Pieces),
            Price = g.Average(s => s.Price),
            Rating = g.Average(s => s.Rating),
            MinPrice = g.Min(s => s.Price),
            MaxRating = g.Max(s => s.Rating),
            MinAt = g.Min(s => s.At),
            MaxChannel = g.Max(s => s.Origin),
            Any = g.Any(s => s.City == null),
            All = g.All(s => s.Weight > 0),
        });
        yield return q => q.GroupBy(key).Select(g => new { g.Key, Last = g.OrderBy(s => s.Price).ThenByDescending(s => s.Number).Last().City });
        yield return q => q.GroupBy(key).Where(g => g.Sum(s => s.Pieces) >= 0).OrderByDescending(g => g.Count()).Select(g => g.Select(s => s.Number).ToList());
    }
}

using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Query;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>Random queries on the embedded engine against LINQ to Objects over the same data: whatever plan is chosen, the result is the same.</summary>
public sealed class PlanOracleTests : IDisposable
{
    private const int QueriesPerSeed = 60;

    private readonly EmbeddedDynamoClient _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Orders_by_templates_and_global_indexes(int seed)
        => Run(seed, CreateOrders, ["CustomerId", "PlacedAt", "Status"], ["Id", "ShippedAt", "Coupon", "Region", "Total"]);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Readings_by_bare_keys_and_local_indexes(int seed) => Run(seed, CreateReadings, ["Sensor", "Sequence"], ["Value", "Label"]);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Matches_by_multi_attribute_index(int seed) => Run(seed, CreateMatches, ["Tournament", "Season", "Round", "Bracket"], ["Number", "Id"]);

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Log_entries_by_holes_that_lose_part_of_their_values(int seed) => Run(seed, CreateLogEntries, ["Tenant", "Level", "Day", "Number"], ["Text"]);

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void Pages_by_texts_of_varying_width(int seed) => Run(seed, CreatePages, ["Site", "Path"], []);

    private void Run<TEntity>(int seed, Func<Random, List<TEntity>> create, string[] keys, string[] others)
        where TEntity : class
    {
        var random = new Random(seed);
        var data = create(random);
        using var context = new PlanningContext(_client);
        context.Database.EnsureCreated();
        foreach (var chunk in data.Chunk(50))
        {
            context.AddRange(chunk.Cast<object>());
            context.SaveChanges();
        }

        // Neighbors in the shared table, which no query for another type may return.
        context.AddRange(Enumerable.Range(0, 5).Select(i => new Customer { Id = i, Name = "c" }));
        context.SaveChanges();
        var operations = new Dictionary<AccessOperation, int>();
        for (var i = 0; i < QueriesPerSeed; i++)
        {
            var operation = Compare(context, data, new RandomQuery<TEntity>(random, data), random, keys, others, $"seed {seed}, query {i}");
            operations[operation] = operations.GetValueOrDefault(operation) + 1;
        }

        operations.GetValueOrDefault(AccessOperation.Query).ShouldBeGreaterThan(5, "the test must reach keyed reads");
    }

    private static AccessOperation Compare<TEntity>(
        PlanningContext context, List<TEntity> data, RandomQuery<TEntity> source, Random random, string[] keys, string[] others, string label)
        where TEntity : class
    {
        var predicate = source.CreatePredicate(keys, others);
        var query = context.Set<TEntity>().AsNoTracking().AllowScan().Where(predicate);
        var expected = data.AsQueryable().Where(predicate);
        var orderings = keys.Concat(others).Where(_ => random.Next(4) == 0).OrderBy(_ => random.Next()).ToList();
        var isAscending = random.Next(2) == 0;
        for (var i = 0; i < orderings.Count; i++)
        {
            query = source.Order(query, orderings[i], isAscending, i == 0);
            expected = source.Order(expected, orderings[i], isAscending, i == 0);
        }

        var take = random.Next(3) == 0 ? random.Next(0, 6) : (int?)null;
        query = take is { } count ? query.Take(count) : query;
        var plan = query.ToAccessPlan();
        label = $"{label}: {predicate} {string.Join(',', orderings)} {isAscending} take {take}\n{plan}";
        var all = expected.ToList();
        List<TEntity> actual;
        try
        {
            actual = query.ToList();
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("leaves such items out", StringComparison.Ordinal))
        {
            // Documented: a null for an index key has no items there.
            return plan.Operation;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(label, exception);
        }

        var expectedRows = all.Take(take ?? int.MaxValue).ToList();
        actual.Count.ShouldBe(expectedRows.Count, label);
        actual.ConvertAll(Describe).ShouldBeSubsetOf(all.ConvertAll(Describe), label);
        actual.ConvertAll(Describe).ShouldBeUnique(label);
        actual.ConvertAll(a => Describe(a, orderings)).ShouldBe(expectedRows.ConvertAll(a => Describe(a, orderings)), label);
        return plan.Operation;
    }

    private static string Describe<TEntity>(TEntity entity) => Describe(entity, typeof(TEntity).GetProperties().Select(p => p.Name));

    private static string Describe<TEntity>(TEntity entity, IEnumerable<string> properties)
        => string.Join(", ", properties.Select(p => typeof(TEntity).GetProperty(p)!.GetValue(entity) switch
        {
            DateTime time => time.ToString("O"),
            var value => value,
        }));

    private static DateTime Day(Random random) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(random.Next(0, 80));

    private static List<Order> CreateOrders(Random random)
        => [.. Enumerable.Range(0, 200).Select(i => new Order
        {
            Id = i,
            CustomerId = random.Next(5),
            PlacedAt = Day(random),
            ShippedAt = random.Next(2) == 0 ? null : Day(random),
            Status = random.Next(3) == 0 ? "Open" : "Paid",
            Coupon = random.Next(3) == 0 ? "SALE" : null,
            Region = random.Next(2) == 0 ? "EU" : "US",
            Clerk = "c",
            Total = random.Next(1, 50),
        })];

    private static List<Reading> CreateReadings(Random random)
        => [.. Enumerable.Range(0, 150).Select(
            i => new Reading { Sensor = "s" + random.Next(4), Sequence = i % 40 + (40L * (i / 40)), Value = random.Next(10), Label = "l" + random.Next(5) })];

    private static List<Match> CreateMatches(Random random)
        => [.. Enumerable.Range(0, 150).Select(i => new Match
        {
            Id = new Guid(i + 1, 0, 0, new byte[8]),
            Tournament = "t" + random.Next(2),
            Season = 2025 + random.Next(2),
            Round = random.Next(4),
            Bracket = random.Next(2) == 0 ? "A" : "B",
            Number = random.Next(10),
        })];

    private static List<LogEntry> CreateLogEntries(Random random)
        => [.. Enumerable.Range(0, 150).Select(
            i => new LogEntry
            {
                Tenant = "t" + random.Next(2),
                Level = random.Next(2) == 0 ? "info" : "warn",
                Day = Day(random),
                Number = i,
                Text = "x" + random.Next(5),
            })];

    private static List<Page> CreatePages(Random random)
        => [.. Enumerable.Range(0, 120).Select(
            i => new Page { Site = "s" + random.Next(3), Path = "/" + (char)('a' + random.Next(4)) + new string('b', random.Next(3)) + i })];
}

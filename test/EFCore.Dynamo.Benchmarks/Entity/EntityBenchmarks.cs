using EFCore.Dynamo.Benchmarks.Harness;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Benchmarks.Entity;

/// <summary>The provider on the durable embedded engine against the EF Core SQLite provider (WAL, synchronous=FULL, its defaults), on the same disk.</summary>
internal sealed class EntityBenchmarks(string directory, PairedRun run, Report report)
{
    private const int DeviceCount = 100;
    private const int ReadingsPerDevice = 100;
    private const int DayCount = 50;
    private const int SalesPerDay = 20;

    public void Run()
    {
        var dynamo = Options("Dynamo", builder => builder.UseDynamo($"Data Source={Path.Combine(directory, "ef.dynamo")}"));
        var sqlite = Options("SQLite", builder => builder.UseSqlite($"Data Source={Path.Combine(directory, "ef.sqlite")}"));

        Compare("ef-find", 3, dynamo, sqlite, Find, 1000);
        Compare("ef-linq-point", 1.6, dynamo, sqlite, LinqPoint, 1000);
        Compare("ef-range-100", 2, dynamo, sqlite, Range, 100);
        Compare("ef-range-100-tracked", 1.3, dynamo, sqlite, RangeTracked, 100);
        Compare("ef-groupby-1000", 0.7, dynamo, sqlite, GroupBy, 20);
        Compare("ef-insert-1", 1, dynamo, sqlite, new Inserter(1).Insert, 20);
        Compare("ef-insert-100", 1, dynamo, sqlite, new Inserter(100).Insert, 5);
        Compare("ef-execute-update-1", 1, dynamo, sqlite, ExecuteUpdate, 20);
    }

    private void Compare(
        string name,
        double goal,
        DbContextOptions<ReadingContext> dynamo,
        DbContextOptions<ReadingContext> sqlite,
        Action<ReadingContext, int> body,
        int allocationOperations)
    {
        using var ours = new ReadingContext(dynamo);
        using var reference = new ReadingContext(sqlite);
        report.Add(run.Throughput(name, goal, count => body(ours, count), count => body(reference, count)));
        report.Add(PairedRun.Allocation(name + "-bytes", count => body(ours, count), count => body(reference, count), allocationOperations));
    }

    private static DbContextOptions<ReadingContext> Options(string name, Action<DbContextOptionsBuilder<ReadingContext>> configure)
    {
        var builder = new DbContextOptionsBuilder<ReadingContext>();
        configure(builder);
        using var context = new ReadingContext(builder.Options);
        context.Database.EnsureCreated();
        for (var device = 0; device < DeviceCount; device++)
        {
            for (var sequence = 0; sequence < ReadingsPerDevice; sequence++)
            {
                context.Add(Reading.Create(DeviceName(device), sequence));
            }

            context.SaveChanges();
            context.ChangeTracker.Clear();
        }

        for (var day = 0; day < DayCount; day++)
        {
            context.AddRange(Enumerable.Range(0, SalesPerDay).Select(number => Sale.Create("store-1", day, number)));
            context.SaveChanges();
            context.ChangeTracker.Clear();
        }

        return context.Readings.AsNoTracking().Count(r => r.Device == DeviceName(7)) == ReadingsPerDevice
            ? builder.Options
            : throw new InvalidOperationException($"{name} does not hold what was saved.");
    }

    private static void Find(ReadingContext context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var reading = context.Readings.Find(DeviceName(i * 37 % DeviceCount), i * 53 % ReadingsPerDevice);
            Check(reading!.Sequence == i * 53 % ReadingsPerDevice);
            context.ChangeTracker.Clear();
        }
    }

    private static void LinqPoint(ReadingContext context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (device, sequence) = (DeviceName(i * 37 % DeviceCount), i * 53 % ReadingsPerDevice);
            Check(context.Readings.AsNoTracking().Single(r => r.Device == device && r.Sequence == sequence).Sequence == sequence);
        }
    }

    private static void Range(ReadingContext context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var device = DeviceName(i * 37 % DeviceCount);
            Check(context.Readings.AsNoTracking().Where(r => r.Device == device).OrderBy(r => r.Sequence).ToList().Count == ReadingsPerDevice);
        }
    }

    private static void RangeTracked(ReadingContext context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var device = DeviceName(i * 37 % DeviceCount);
            Check(context.Readings.Where(r => r.Device == device).OrderBy(r => r.Sequence).ToList().Count == ReadingsPerDevice);
            context.ChangeTracker.Clear();
        }
    }

    private static void ExecuteUpdate(ReadingContext context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (device, sequence) = (DeviceName(i * 37 % DeviceCount), i * 53 % ReadingsPerDevice);
            Check(context.Readings.Where(r => r.Device == device && r.Sequence == sequence)
                .ExecuteUpdate(s => s.SetProperty(r => r.Counter, r => r.Counter + 1)) == 1);
        }
    }

    private static void GroupBy(ReadingContext context, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var store = "store-1";
            var days = context.Sales.Where(s => s.Store == store).GroupBy(s => s.Day)
                .Select(g => new { g.Key, Count = g.Count(), Pieces = g.Sum(s => s.Pieces) }).ToList();
            Check(days.Count == DayCount && days[7].Count == SalesPerDay && days[7].Pieces == SalesPerDay / 5 * 10);
        }
    }

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("A measured operation gave a wrong answer.");
        }
    }

    private static readonly string[] DeviceNames = [.. Enumerable.Range(0, DeviceCount).Select(device => $"device-{device:D3}")];

    private static string DeviceName(int device) => DeviceNames[device];

    /// <summary>Inserts readings that no earlier call inserted into the same context's database.</summary>
    private sealed class Inserter(int entitiesPerSave)
    {
        private int _next;

        public void Insert(ReadingContext context, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var device = $"new-{entitiesPerSave}-{_next++}";
                for (var sequence = 0; sequence < entitiesPerSave; sequence++)
                {
                    context.Add(Reading.Create(device, sequence));
                }

                Check(context.SaveChanges() == entitiesPerSave);
                context.ChangeTracker.Clear();
            }
        }
    }
}

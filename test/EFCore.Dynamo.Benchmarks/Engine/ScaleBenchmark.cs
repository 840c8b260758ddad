using System.Diagnostics;
using EFCore.Dynamo.Benchmarks.Harness;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Benchmarks.Engine;

/// <summary>Point reads at a hundred times the items, and what the larger store costs to open and to hold.</summary>
internal sealed class ScaleBenchmark(string directory, PairedRun run, Report report)
{
    private const int SmallCount = 10_000;
    private const int LargeCount = 1_000_000;

    public void Run()
    {
        using var small = Open("scale-small");
        BenchItems.Fill(small, SmallCount);
        using (var filling = Open("scale-large"))
        {
            BenchItems.Fill(filling, LargeCount);
        }

        var memoryBefore = ResidentBytes();
        var start = Stopwatch.GetTimestamp();
        using var large = Open("scale-large");
        report.Add(new Measurement("engine-scale-open", Stopwatch.GetElapsedTime(start).TotalMicroseconds, null, null, null, "us"));

        report.Add(run.Throughput("engine-scale", 0.5, count => Get(large, LargeCount, count), count => Get(small, SmallCount, count)));
        report.Add(new Measurement("engine-scale-resident", (ResidentBytes() - memoryBefore) / 1048576.0, null, null, null, "MB"));
    }

    // Keys are made on the way, all over the table: an array of a million would cost the caches more than the store does.
    private static void Get(EmbeddedDynamoClient client, int itemCount, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var key = BenchItems.Key((int)(i * 7_919_777L % itemCount));
            if (client.GetItemAsync(new GetItemRequest { TableName = BenchItems.TableName, Key = key }).GetAwaiter().GetResult().Item is null)
            {
                throw new InvalidOperationException("An item is missing.");
            }
        }
    }

    private EmbeddedDynamoClient Open(string name)
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = Path.Combine(directory, name), Durability = Durability.Relaxed });

    private static long ResidentBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}

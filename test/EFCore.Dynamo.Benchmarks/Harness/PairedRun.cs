using System.Diagnostics;

namespace EFCore.Dynamo.Benchmarks.Harness;

/// <summary>Runs two bodies in turn, slice by slice, so that a noisy machine disturbs both alike.</summary>
internal sealed class PairedRun(TimeSpan slice, int rounds)
{
    private const int WarmSlices = 10;

    private static readonly TimeSpan MinProcessSlice = TimeSpan.FromMilliseconds(150);

    /// <summary>Operations a second of both sides; a body runs the given number of operations.</summary>
    public Measurement Throughput(string name, double goal, Action<int> ours, Action<int> reference, string unit = "/s", int unitsPerOperation = 1)
    {
        var oursCount = Calibrate(ours);
        var referenceCount = Calibrate(reference);
        var (oursRates, referenceRates, ratios) = (new double[rounds], new double[rounds], new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            oursRates[round] = Rate(ours, oursCount) * unitsPerOperation;
            referenceRates[round] = Rate(reference, referenceCount) * unitsPerOperation;
            ratios[round] = oursRates[round] / referenceRates[round];
        }

        return new Measurement(name, Median(oursRates), Median(referenceRates), Median(ratios), goal, unit);
    }

    /// <summary>Figures of two sides that measure themselves for a given time.</summary>
    /// <remarks>Servers in processes of their own: a slice is long enough for their connections and caches, and the first ones warm them up.</remarks>
    public Measurement Rates(
        string name, double goal, Func<TimeSpan, double> ours, Func<TimeSpan, double> reference, string unit = "/s", bool smallerIsBetter = false)
    {
        var processSlice = slice < MinProcessSlice ? MinProcessSlice : slice;
        _ = ours(processSlice * WarmSlices);
        _ = reference(processSlice * WarmSlices);
        var (oursFigures, referenceFigures, ratios) = (new double[rounds], new double[rounds], new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            oursFigures[round] = ours(processSlice);
            referenceFigures[round] = reference(processSlice);
            ratios[round] = oursFigures[round] / referenceFigures[round];
        }

        return new Measurement(name, Median(oursFigures), Median(referenceFigures), Median(ratios), goal, unit, smallerIsBetter);
    }

    /// <summary>Allocated bytes an operation of both sides, all threads counted.</summary>
    public static Measurement Allocation(string name, Action<int> ours, Action<int> reference, int operations)
    {
        var (oursBytes, referenceBytes) = (BytesPerOperation(ours, operations), BytesPerOperation(reference, operations));
        return new Measurement(name, oursBytes, referenceBytes, oursBytes / referenceBytes, 1, "B", SmallerIsBetter: true);
    }

    private static double BytesPerOperation(Action<int> body, int operations)
    {
        body(operations);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        body(operations);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)operations;
    }

    private int Calibrate(Action<int> body)
    {
        // Long enough for tiered compilation to settle, which takes 30 calls and a background compile.
        var warm = Stopwatch.StartNew();
        var count = 1;
        double seconds;
        do
        {
            seconds = Seconds(body, count);
            if (seconds < slice.TotalSeconds / 4)
            {
                count = Math.Max(count + 1, (int)Math.Min(count * 4L, 1 << 22));
            }
        }
        while (seconds < slice.TotalSeconds / 4 || warm.Elapsed < slice * 4);

        return Math.Max(1, (int)(count * slice.TotalSeconds / seconds));
    }

    private static double Rate(Action<int> body, int count) => count / Seconds(body, count);

    private static double Seconds(Action<int> body, int count)
    {
        var start = Stopwatch.GetTimestamp();
        body(count);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }
}

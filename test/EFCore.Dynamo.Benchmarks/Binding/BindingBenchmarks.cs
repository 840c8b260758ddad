using System.Runtime.InteropServices;
using EFCore.Dynamo.Benchmarks.Harness;
using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Benchmarks.Binding;

/// <summary>
///     Our imports against LightningDB's managed types in one process, and the package's native library (LMDB 1.0) against the system's (0.9), both through
///     our imports.
/// </summary>
/// <param name="directory">For the data.</param>
/// <param name="run">Pairs the measures.</param>
/// <param name="report">Takes them.</param>
/// <param name="packageLibrary">The library of the package LightningDB, or one compiled from its sources; null where there is none.</param>
internal sealed class BindingBenchmarks(string directory, PairedRun run, Report report, string? packageLibrary)
{
    // More than 10 % is what imports of our own have to bring (eng/adr/0022).
    private const double Goal = 1.1;

    // Calls of a few hundred nanoseconds: slices so short that most are not interrupted on a busy machine.
    private static readonly PairedRun CallRun = new(TimeSpan.FromMilliseconds(10), rounds: 201);

    public void Run()
    {
        CompareImports();
        if (packageLibrary is null)
        {
            report.AddMissing("lmdb-package", "the package's library neither loads nor compiles here");
            return;
        }

        if (!LmdbLibrary.GetCandidates("system", [], OSPlatform.Linux).Any(static candidate => NativeLibrary.TryLoad(candidate, out _)))
        {
            report.AddMissing("lmdb-package", "the system's liblmdb is not installed");
            return;
        }

        CompareLibraries(packageLibrary);
    }

    private void CompareImports()
    {
        using var own = new OwnBinding(Path.Combine(directory, "own"));
        using var lightning = new LightningBinding(Path.Combine(directory, "lightning"));
        own.Warm();
        lightning.Warm();
        report.Add(CallRun.Throughput("binding-get", Goal, own.Get, lightning.Get));
        report.Add(CallRun.Throughput("binding-cursor", Goal, own.Move, lightning.Move, " values/s", BindingLoop.ValuesPerTransaction));
        report.Add(CallRun.Throughput("binding-put", Goal, own.Put, lightning.Put) with { Goal = null });
    }

    private void CompareLibraries(string library)
    {
        using var package = new LibraryProcess(library, Path.Combine(directory, "package"));
        using var system = new LibraryProcess("system", Path.Combine(directory, "system"));
        foreach (var loop in new[] { "get", "move", "put" })
        {
            report.Add(run.Rates("lmdb-package-" + loop, 0, duration => package.Measure(loop, duration), duration => system.Measure(loop, duration)) with
            {
                Goal = null,
            });
        }
    }
}

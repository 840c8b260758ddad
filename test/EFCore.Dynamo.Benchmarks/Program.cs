using EFCore.Dynamo.Benchmarks.Binding;
using EFCore.Dynamo.Benchmarks.Engine;
using EFCore.Dynamo.Benchmarks.Entity;
using EFCore.Dynamo.Benchmarks.Harness;
using EFCore.Dynamo.Benchmarks.Http;

if (args is [BareServer.Command, var bodyPath])
{
    await BareServer.RunAsync(bodyPath);
    return;
}

if (args is [LibraryProcess.Command, var libraryDirectory])
{
    LibraryProcess.Run(libraryDirectory);
    return;
}

var quick = args.Contains("--quick");
var only = Value("--only");
var jsonPath = Value("--json");
var run = quick ? new PairedRun(TimeSpan.FromMilliseconds(60), rounds: 7) : new PairedRun(TimeSpan.FromMilliseconds(400), rounds: 15);
var report = new Report();
var directory = Directory.CreateTempSubdirectory("dynamo-bench-").FullName;
try
{
    Console.WriteLine("name | ours | reference | ratio | goal");
    if (only is null or "engine")
    {
        new EngineBenchmarks(directory, run, report).Run();
    }

    if (only is null or "ef")
    {
        new EntityBenchmarks(directory, run, report).Run();
    }

    if (only is null or "http")
    {
        await new HttpBenchmarks(directory, run, report, Environment.GetEnvironmentVariable("DYNALITE") is { Length: > 0 } path ? path : null).RunAsync();
    }

    if (only is "binding" || (only is null && !quick))
    {
        new BindingBenchmarks(directory, run, report, Environment.GetEnvironmentVariable("LMDB_PACKAGE") is { Length: > 0 } library ? library : null).Run();
    }

    if (only is "scale" || (only is null && !quick))
    {
        new ScaleBenchmark(directory, run, report).Run();
    }
}
finally
{
    Directory.Delete(directory, recursive: true);
}

if (jsonPath is not null)
{
    report.WriteJson(jsonPath);
}

string? Value(string option)
{
    var index = Array.IndexOf(args, option);
    return index < 0 ? null : index + 1 < args.Length ? args[index + 1] : throw new ArgumentException($"{option} needs a value.");
}

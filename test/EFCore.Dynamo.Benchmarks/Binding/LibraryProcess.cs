using System.Diagnostics;
using System.Globalization;

namespace EFCore.Dynamo.Benchmarks.Binding;

/// <summary>The loops on one native library, in a process of its own: a process loads only one.</summary>
/// <remarks>
///     A line <c>get 400</c> on its input runs a loop for so many milliseconds; a line of its output is the operations a second. It ends with its input.
/// </remarks>
internal sealed class LibraryProcess : IDisposable
{
    /// <summary>The first argument of such a process; the second is the directory for its data.</summary>
    public const string Command = "lmdb-library";

    // What DYNAMO_LMDB chooses the library by; the engine reads it.
    private const string ChoiceVariable = "DYNAMO_LMDB";

    private readonly Process _process;

    /// <param name="choice"><c>system</c>, <c>package</c> or a library's path.</param>
    /// <param name="directory">For its data.</param>
    public LibraryProcess(string choice, string directory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EFCore.Dynamo.Benchmarks.dll"), Command, directory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[ChoiceVariable] = choice;
        _process = Process.Start(start)!; // a new process, not a shell's
    }

    /// <summary>Operations a second of a loop: <c>get</c>, <c>put</c> or <c>move</c>.</summary>
    public double Measure(string loop, TimeSpan duration)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{loop} {duration.TotalMilliseconds:F0}"));
        return _process.StandardOutput.ReadLine() is { } line
            ? double.Parse(line, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The process of a library ended; see its error output above.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>What the process does.</summary>
    public static void Run(string directory)
    {
        using var loops = new OwnBinding(directory);
        loops.Warm();
        while (Console.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            var rate = Measure(
                parts[0] switch { "get" => loops.Get, "put" => loops.Put, _ => loops.Move },
                TimeSpan.FromMilliseconds(int.Parse(parts[1], CultureInfo.InvariantCulture)));
            Console.WriteLine(rate.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static double Measure(Action<int> loop, TimeSpan duration)
    {
        const int Batch = BindingLoop.Count;
        var clock = Stopwatch.StartNew();
        var count = 0L;
        while (clock.Elapsed < duration)
        {
            loop(Batch);
            count += Batch;
        }

        return count / clock.Elapsed.TotalSeconds;
    }
}

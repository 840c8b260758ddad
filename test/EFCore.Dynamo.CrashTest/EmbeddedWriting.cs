using System.Diagnostics;
using System.Globalization;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.CrashTest;

/// <summary>The engine in a process that writes and is killed; what it says comes through a pipe.</summary>
internal sealed class EmbeddedWriting(string directory) : IWriting
{
    /// <summary>The first argument of the process that writes.</summary>
    public const string Command = "writer";

    /// <summary>Writes until the process is killed.</summary>
    public static async Task RunWriterAsync(string directory, int seed)
    {
        var lines = new Lock();
        var output = Console.OpenStandardOutput();
        using var client = Open(directory);
        await Task.WhenAll(new Writer(client, seed, Say).RunAsync(), new BankWriter(client, seed, Say).RunAsync());

        void Say(string line)
        {
            var bytes = System.Text.Encoding.ASCII.GetBytes(line + "\n");
            lock (lines)
            {
                output.Write(bytes);
            }
        }
    }

    public int MaxLifetimeMilliseconds => 900;

    public async Task WriteUntilKilledAsync(Journal journal, int seed, TimeSpan lifetime)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false }; // every process has one
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        start.ArgumentList.Add(Command);
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add(seed.ToString(CultureInfo.InvariantCulture));
        using var writer = Process.Start(start)!; // a new process, not a shell's

        Task? kill = null;
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            // The clock starts with the first line, so that a slow start never makes a round without writes.
            kill ??= Task.Delay(lifetime).ContinueWith(_ => writer.Kill(), TaskScheduler.Default);
            journal.Read(line);
        }

        await (kill ?? throw new InvalidOperationException("The writer ended without writing; see its error output above."));
        await writer.WaitForExitAsync();
    }

    public async Task<(int Lost, int Torn)> VerifyAsync(Func<IDynamoClient, Task<(int Lost, int Torn)>> verify)
    {
        using var client = Open(directory);
        return await verify(client);
    }

    public async Task<(int Lost, int Torn)> VerifyStreamsAsync(Func<IDynamoClient, IDynamoStreamsClient, Task<(int Lost, int Torn)>> verify)
    {
        using var client = Open(directory);
        return await verify(client, client);
    }

    // Shards that live this short roll while the process is killed.
    private static EmbeddedDynamoClient Open(string directory)
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory, StreamShardLifetime = TimeSpan.FromMilliseconds(250) });
}

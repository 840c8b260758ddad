using System.Diagnostics;
using System.Globalization;
using EFCore.Dynamo.CrashTest;
using EFCore.Dynamo.Engine;

return args is ["writer", var directory, var writerSeed]
    ? await RunWriterAsync(directory, int.Parse(writerSeed, CultureInfo.InvariantCulture))
    : await RunRoundsAsync(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount);

static async Task<int> RunWriterAsync(string directory, int seed)
{
    using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory });
    await new Writer(client, seed).RunAsync();
    return 0;
}

static async Task<int> RunRoundsAsync(int rounds, int seed)
{
    var directory = Directory.CreateTempSubdirectory("crash-test-").FullName;
    var random = new Random(seed);
    var journal = new Journal();
    var (lost, torn) = (0, 0);
    Console.WriteLine($"crash-test: {rounds} rounds, seed {seed}");
    try
    {
        using (var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory }))
            await client.CreateTableAsync(CrashTable.CreateRequest());

        for (var round = 1; round <= rounds; round++)
        {
            await WriteUntilKilledAsync(directory, journal, random.Next(), TimeSpan.FromMilliseconds(random.Next(50, 900)));
            using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory });
            var verifier = new Verifier(client, journal);
            var (lostNow, tornNow) = await verifier.VerifyAsync();
            lost += lostNow;
            torn += tornNow;
            foreach (var finding in verifier.Findings.Take(10))
                Console.WriteLine($"  round {round}: {finding}");
        }
    }
    finally
    {
        Directory.Delete(directory, recursive: true);
    }

    Console.WriteLine($"{journal.AcknowledgedCount} acknowledged operations checked");
    Console.WriteLine($"crash-test: {rounds} rounds, {lost} lost, {torn} torn");
    return lost == 0 && torn == 0 && journal.AcknowledgedCount > 0 ? 0 : 1;
}

static async Task WriteUntilKilledAsync(string directory, Journal journal, int seed, TimeSpan lifetime)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
    if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);

    start.ArgumentList.Add("writer");
    start.ArgumentList.Add(directory);
    start.ArgumentList.Add(seed.ToString(CultureInfo.InvariantCulture));
    using var writer = Process.Start(start)!;

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

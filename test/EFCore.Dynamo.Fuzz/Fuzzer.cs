using System.Diagnostics;
using System.Globalization;
using EFCore.Dynamo.Fuzz.Mutations;

namespace EFCore.Dynamo.Fuzz;

/// <summary>One run: the corpus as it is, the extremes, then mutations until the time is over.</summary>
internal sealed class Fuzzer(ServerUnderTest server, Referee referee, Findings findings, int seed, int callerCount)
{
    private const int RequestsPerReset = 4_000;

    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(100);

    private int _requestCount;
    private long _maxResidentBytes;

    private string Slowest => string.Create(CultureInfo.InvariantCulture, $"{referee.Slowest.Elapsed.TotalMilliseconds:0} ms ({referee.Slowest.Name})");

    public async Task RunAsync(TimeSpan duration)
    {
        using var over = new CancellationTokenSource();
        var memory = WatchMemoryAsync(over.Token);
        await SendCorpusAsync();
        Console.WriteLine(await Extremes.RunAsync(server, referee, findings));
        _ = await referee.AloneAsync(ResetAsync);
        var deadline = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, callerCount).Select(caller => CallAsync(caller, deadline)));
        await over.CancelAsync();
        await memory;
        var statuses = string.Join(
            ", ",
            referee.Counts.OrderBy(static pair => pair.Key).Select(
                static pair => $"{pair.Value} x {(pair.Key == 0 ? "closed" : pair.Key.ToString(CultureInfo.InvariantCulture))}"));
        Console.WriteLine($"{referee.Counts.Values.Sum()} requests: {statuses}; the slowest {Slowest}; the server took at most {_maxResidentBytes >> 20} MB");
    }

    private async Task SendCorpusAsync()
    {
        using var client = new RawClient(server.Endpoint);
        var (answered, unknown) = (0, 0);
        foreach (var entry in Corpus.Entries)
        {
            var request = entry.ToRequest(server.Names).ToBytes();
            var answer = await referee.CallAsync(client, "corpus-" + entry.Operation, request);
            if (answer.Status == 200)
            {
                answered++;
            }
            else if (answer.Body.Contains("#UnknownOperationException", StringComparison.Ordinal)
                || answer.Body.Contains("is not supported by this server yet", StringComparison.Ordinal))
            {
                unknown++;
            }
            else if (answer.Body.Contains("#SerializationException", StringComparison.Ordinal)
                || answer.Body.Contains("#ValidationException", StringComparison.Ordinal))
            {
                findings.Add("corpus-" + entry.Operation, "a request of the corpus is not well-formed", request, answer.Body);
            }
        }

        Console.WriteLine($"corpus: {Corpus.Entries.Count} requests, {answered} answered 200, {unknown} of operations or with members that are not built");
    }

    private async Task CallAsync(int caller, long deadline)
    {
        using var client = new RawClient(server.Endpoint);
        var mutator = new Mutator(HashSeed(caller));
        for (var i = 0; Stopwatch.GetTimestamp() < deadline && !findings.Found.IsCancellationRequested; i++)
        {
            var request = mutator.Next(server.Names);
            _ = await referee.CallAsync(client, $"{seed}-{caller}-{i}-{request.Operation}", request.ToBytes(), request.MayBeCutOff, request.EndsConnection);
            if (Interlocked.Increment(ref _requestCount) % RequestsPerReset == 0)
            {
                _ = await referee.AloneAsync(ResetAsync);
            }
        }
    }

    private async Task<bool> ResetAsync()
    {
        if (!server.HasExited)
        {
            await server.ResetAsync();
        }

        return true;
    }

    private async Task WatchMemoryAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            _maxResidentBytes = Math.Max(_maxResidentBytes, server.ResidentBytes);
            if (_maxResidentBytes > ServerUnderTest.MaxResidentBytes && !findings.Found.IsCancellationRequested)
            {
                findings.Add("memory", $"the server takes {_maxResidentBytes >> 20} MB", null, "see the requests before");
            }

            await Task.Delay(MemoryInterval, over).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    // Not HashCode.Combine, which differs from process to process.
    private int HashSeed(int caller) => unchecked((seed * 397) ^ (caller * 7919));
}

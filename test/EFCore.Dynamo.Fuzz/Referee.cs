using System.Collections.Concurrent;

namespace EFCore.Dynamo.Fuzz;

/// <summary>Judges answers, and lets callers in one by one where time is judged.</summary>
internal sealed class Referee(ServerUnderTest server, Findings findings, int callerCount)
{
    public static readonly TimeSpan MaxElapsed = TimeSpan.FromSeconds(1);

    private const int SlowAttempts = 3;

    // The service's, and those of HTTP for what is no request: wrong method or target, too long, too many headers, cut short.
    private static readonly int[] Statuses = [200, 400, 404, 405, 408, 411, 413, 414, 431];

    private readonly SemaphoreSlim _callers = new(callerCount);
    private readonly SemaphoreSlim _alone = new(1);
    private readonly ConcurrentDictionary<int, int> _counts = new();
    private readonly Lock _slowestLock = new();

    public IReadOnlyDictionary<int, int> Counts => _counts;

    /// <summary>The request that took longest so far, while others were answered.</summary>
    public (string Name, TimeSpan Elapsed) Slowest { get; private set; }

    /// <summary>Sends a request, and looks at what comes back.</summary>
    public async Task<Answer> CallAsync(RawClient client, string name, byte[] request, bool mayBeCutOff = false, bool endsConnection = false)
    {
        Answer answer;
        await _callers.WaitAsync();
        try
        {
            answer = await client.ExchangeAsync(request, endsConnection);
        }
        finally
        {
            _callers.Release();
        }

        _counts.AddOrUpdate(answer.Status, 1, static (_, count) => count + 1);
        Remember(name, answer.Elapsed);
        if (Judge(answer, mayBeCutOff) is { } fault)
        {
            findings.Add(name, fault, request, $"{answer.Status} {answer.Body}");
        }
        else if (answer.Elapsed > MaxElapsed && await AloneAsync(() => IsSlowAloneAsync(request, endsConnection)))
        {
            findings.Add(name, $"hang: no answer within {MaxElapsed.TotalSeconds} s, {SlowAttempts} times", request, $"{answer.Status} {answer.Body}");
        }

        return answer;
    }

    /// <summary>Runs something while no caller has a request under way.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> action)
    {
        await _alone.WaitAsync();
        for (var i = 0; i < callerCount; i++)
        {
            await _callers.WaitAsync();
        }

        try
        {
            return await action();
        }
        finally
        {
            _callers.Release(callerCount);
            _alone.Release();
        }
    }

    private string? Judge(Answer answer, bool mayBeCutOff)
    {
        if (server.HasExited)
        {
            return "the server is gone";
        }

        if (answer.Fault is not null)
        {
            return answer.Fault;
        }

        if (answer.Status == 0)
        {
            return mayBeCutOff ? null : "the connection was closed without an answer";
        }

        return Statuses.Contains(answer.Status) ? null : $"status {answer.Status}";
    }

    private async Task<bool> IsSlowAloneAsync(byte[] request, bool endsConnection)
    {
        using var client = new RawClient(server.Endpoint);
        for (var attempt = 0; attempt < SlowAttempts; attempt++)
        {
            var before = server.ProcessorTime;
            var elapsed = (await client.ExchangeAsync(request, endsConnection)).Elapsed;

            // Where others compute too, what takes a moment of processor takes many moments; waiting for a lock takes as long as ever.
            if (elapsed <= MaxElapsed + ((server.ProcessorTime - before) * LoadOfACore()))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many threads of the whole machine wait for a core, or have it, on the average of the last minute.</summary>
    private static double LoadOfACore()
        => File.Exists("/proc/loadavg")
            ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / Environment.ProcessorCount
            : 1;

    private void Remember(string name, TimeSpan elapsed)
    {
        lock (_slowestLock)
        {
            if (elapsed > Slowest.Elapsed)
            {
                Slowest = (name, elapsed);
            }
        }
    }
}

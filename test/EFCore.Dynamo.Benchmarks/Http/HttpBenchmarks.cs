using EFCore.Dynamo.Benchmarks.Harness;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Server;

namespace EFCore.Dynamo.Benchmarks.Http;

/// <summary>
///     <c>dynamo serve</c> against a bare Kestrel handler that sends the same bytes, and against dynalite; each in a process of its own, 16 connections.
/// </summary>
/// <param name="directory">For the data.</param>
/// <param name="run">Pairs the measures.</param>
/// <param name="report">Takes them.</param>
/// <param name="dynalitePath">Its command; null where it could not be installed.</param>
internal sealed class HttpBenchmarks(string directory, PairedRun run, Report report, string? dynalitePath)
{
    private const int AllocationRequests = 20_000;
    private const double MaxIdleMegabytes = 80;

    public async Task RunAsync()
    {
        using var ours = EndpointProcess.StartDynamo("--data", Path.Combine(directory, "http"), "--durability", "relaxed");
        using var dynalite = dynalitePath is null ? null : EndpointProcess.StartDynalite(dynalitePath);
        await HttpItems.FillAsync(ours.Endpoint);
        if (dynalite is not null)
        {
            await HttpItems.FillAsync(dynalite.Endpoint);
        }

        await CompareAsync("http-get", HttpItems.Gets, 0.7, 2.5, ours, dynalite);
        await CompareAsync("http-put-relaxed", HttpItems.Puts, 0.5, 2.5, ours, dynalite);
        await CompareAsync("http-query-20", HttpItems.Queries, 0.5, 8, ours, dynalite);
        await MeasureLatencyAsync(ours);
        await MeasureAllocationAsync();
        await MeasureIdleMemoryAsync();
        report.Add(new Measurement("http-loaded-memory", ours.ResidentMegabytes, null, null, null, "MB"));
    }

    private async Task CompareAsync(
        string name, Func<Uri, byte[][]> requests, double bareGoal, double dynaliteGoal, EndpointProcess ours, EndpointProcess? dynalite)
    {
        using var bare = await StartBareAsync(ours, requests);
        report.Add(run.Rates(name, bareGoal, Rate(ours, requests), Rate(bare, requests)));
        if (dynalite is not null)
        {
            report.Add(run.Rates(name + "-dynalite", dynaliteGoal, Rate(ours, requests), Rate(dynalite, requests)));
        }
        else
        {
            report.AddMissing(name + "-dynalite", "node or npm is missing");
        }
    }

    private async Task MeasureLatencyAsync(EndpointProcess ours)
    {
        using var bare = await StartBareAsync(ours, HttpItems.Gets);
        report.Add(run.Rates("http-get-p99", 3, P99(ours), P99(bare), " us", smallerIsBetter: true));

        static Func<TimeSpan, double> P99(EndpointProcess endpoint)
        {
            var load = new HttpLoad(endpoint.Endpoint, HttpItems.Gets(endpoint.Endpoint));
            return duration => load.Run(duration).P99Microseconds;
        }
    }

    /// <summary>Bytes a request, of the server's whole process: here it is this one, and the loader allocates nothing a request.</summary>
    private async Task MeasureAllocationAsync()
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await using var server = await DynamoServer.StartAsync(client, new DynamoServerOptions { Port = 0 });
        await HttpItems.FillAsync(server.Endpoint);
        using var bare = await BareServer.StartAsync(await HttpItems.AnswerAsync(HttpItems.Gets(server.Endpoint), server.Endpoint));
        using var connection = new HttpConnection(server.Endpoint);
        using var bareConnection = new HttpConnection(bare.Endpoint);
        report.Add(PairedRun.Allocation("http-get-bytes", Send(connection, server.Endpoint), Send(bareConnection, bare.Endpoint), AllocationRequests) with
        {
            Goal = null,
        });

        static Action<int> Send(HttpConnection connection, Uri endpoint)
        {
            var requests = HttpItems.Gets(endpoint);
            return count =>
            {
                for (var i = 0; i < count; i++)
                {
                    connection.Exchange(requests[i % requests.Length]);
                }
            };
        }
    }

    private async Task MeasureIdleMemoryAsync()
    {
        using var idle = EndpointProcess.StartDynamo("--in-memory");
        using var client = new HttpClient();
        _ = await client.GetStringAsync(idle.Endpoint);
        var megabytes = idle.ResidentMegabytes;
        report.Add(new Measurement("http-idle-memory", megabytes, MaxIdleMegabytes, megabytes / MaxIdleMegabytes, 1, "MB", SmallerIsBetter: true));
    }

    private async Task<EndpointProcess> StartBareAsync(EndpointProcess ours, Func<Uri, byte[][]> requests)
    {
        var path = Path.Combine(directory, "bare-answer.json");
        await File.WriteAllBytesAsync(path, await HttpItems.AnswerAsync(requests(ours.Endpoint), ours.Endpoint));
        return EndpointProcess.StartBare(path);
    }

    private static Func<TimeSpan, double> Rate(EndpointProcess endpoint, Func<Uri, byte[][]> requests)
    {
        var load = new HttpLoad(endpoint.Endpoint, requests(endpoint.Endpoint));
        return duration => load.Run(duration).RequestsPerSecond;
    }
}

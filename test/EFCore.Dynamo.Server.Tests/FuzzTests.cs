using System.Diagnostics;
using System.Net;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Requests that were well-formed once: whatever becomes of them, they get an answer or an error of the service, never a failure of ours.</summary>
public sealed class FuzzTests
{
    private const int CallerCount = 4;
    private const int RequestsPerCaller = 500;

    // eng/fuzz asks for more than the default requests.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("DYNAMO_FUZZ_SECONDS"), out var seconds) ? seconds : 0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_mutated_request_is_never_a_failure_of_the_server(int seed)
    {
        using var failures = new FailureLog();
        await using var server = await TestServer.StartAsync(new DynamoServerOptions { LoggerFactory = failures });
        await RequestCorpus.PrepareAsync(server);

        await Task.WhenAll(Enumerable.Range(0, CallerCount).Select(caller => CallAsync(server, failures, (seed * CallerCount) + caller)));

        (await server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task CallAsync(TestServer server, FailureLog failures, int seed)
    {
        var mutator = new RequestMutator(seed);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < RequestsPerCaller || watch.Elapsed < Duration; i++)
        {
            var (operation, json) = RequestCorpus.Requests[mutator.Next(RequestCorpus.Requests.Length)];
            var body = mutator.Mutate(json);
            var answer = await server.SendAsync(TestServer.Request("DynamoDB_20120810." + operation, body)).WaitAsync(TimeSpan.FromSeconds(30));

            ((int)answer.Status).ShouldBeOneOf([200, 400], $"seed {seed}, request {i}: {operation} {Encoding.UTF8.GetString(body)}\n{answer.Body}\n{failures}");
        }
    }
}

using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.CrashTest;

/// <summary>A <c>dynamo serve</c> that is killed while clients write to it over HTTP; it is started again to be read, and stopped in order.</summary>
internal sealed class HttpWriting(string directory) : IWriting
{
    public int MaxLifetimeMilliseconds => 3000;

    public async Task WriteUntilKilledAsync(Journal journal, int seed, TimeSpan lifetime)
    {
        var lines = new Lock();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = await ServeProcess.StartAsync(directory);
        await using var client = Connect(server.Endpoint);
        var writing = Task.WhenAll(new Writer(client, seed, Say).RunAsync(), new BankWriter(client, seed, Say).RunAsync());
        if (await Task.WhenAny(writing, begun.Task) == writing)
        {
            await writing;
        }

        await Task.Delay(lifetime);
        server.Kill();
        try
        {
            await writing;
        }
        catch (Exception exception) when (server.IsKilled && exception is not InvalidOperationException)
        {
            // Every worker ends with the connection that it lost; what it had sent may or may not have been written.
        }

        void Say(string line)
        {
            lock (lines)
            {
                journal.Read(line);
            }

            begun.TrySetResult();
        }
    }

    public async Task<(int Lost, int Torn)> VerifyAsync(Func<IDynamoClient, Task<(int Lost, int Torn)>> verify)
    {
        using var server = await ServeProcess.StartAsync(directory);
        await using var client = Connect(server.Endpoint);
        var result = await verify(client);
        await server.StopAsync();
        return result;
    }

    public async Task<(int Lost, int Torn)> VerifyStreamsAsync(Func<IDynamoClient, IDynamoStreamsClient, Task<(int Lost, int Torn)>> verify)
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory });
        return await verify(client, client);
    }

    // Nothing is sent twice: a second sending could hide a lost write.
    private static AwsDynamoClient Connect(Uri endpoint)
        => new(new AwsDynamoClientOptions { ServiceUrl = endpoint, Region = "local", AccessKey = "any", SecretKey = "any", Retries = AwsRetryOptions.None });
}

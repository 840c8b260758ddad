using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace EFCore.Dynamo.Fuzz;

/// <summary>A <c>dynamo serve --in-memory</c> in a process of its own.</summary>
internal sealed class ServerUnderTest : IDisposable
{
    /// <summary>What the server's memory must stay below: an idle server, four requests of 16 MB as text and as items, and the collector's slack.</summary>
    public const long MaxResidentBytes = 1L << 30;

    private readonly Process _process;

    private ServerUnderTest(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <summary>What stands for placeholders of the corpus: the stream of the corpus's table, its shard, an iterator at its start.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool HasExited => _process.HasExited;

    /// <summary>What it has computed so far, on all cores: a figure that other work on the machine does not change.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    public static async Task<ServerUnderTest> StartAsync()
    {
        var process =
            Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dynamo.dll"), "serve", "--in-memory", "--port", "0"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!; // a new process, not a shell's
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server ended before it listened; see its error output above.");
        return new ServerUnderTest(process, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
    }

    /// <summary>Deletes all tables, and makes those of the corpus.</summary>
    public async Task ResetAsync()
    {
        using var client = new RawClient(Endpoint);
        foreach (var table in await ListTablesAsync(client))
        {
            // A mutated request may have protected it.
            _ = await SendAsync(client, "UpdateTable", $$"""{"TableName":"{{table}}","DeletionProtectionEnabled":false}""");
            _ = await SendAsync(client, "DeleteTable", $$"""{"TableName":"{{table}}"}""");
        }

        foreach (var entry in Corpus.Setup)
        {
            var answer = await client.ExchangeAsync(entry.ToRequest(Names));
            if (answer.Status != 200)
            {
                throw new InvalidOperationException($"{entry.Operation} of {Corpus.TablesFile} answered {answer.Status} {answer.Body}");
            }
        }

        Names = await ReadNamesAsync(client);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadNamesAsync(RawClient client)
    {
        var stream = Find(await SendAsync(client, "ListStreams", """{"TableName":"fuzz"}""", "DynamoDBStreams"), "StreamArn");
        var shard = Find(await SendAsync(client, "DescribeStream", $$"""{"StreamArn":"{{stream}}"}""", "DynamoDBStreams"), "ShardId");
        var iterator = Find(
            await SendAsync(client, "GetShardIterator", $$"""{"StreamArn":"{{stream}}","ShardId":"{{shard}}","ShardIteratorType":"TRIM_HORIZON"}""", "DynamoDBStreams"),
            "ShardIterator");
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["@stream@"] = stream, ["@shard@"] = shard, ["@iterator@"] = iterator };

        static string Find(Answer answer, string name)
        {
            var start = answer.Body.IndexOf($"\"{name}\":\"", StringComparison.Ordinal) + name.Length + 4;
            return start > name.Length + 3
                ? answer.Body[start..answer.Body.IndexOf('"', start)]
                : throw new InvalidOperationException($"There is no {name} in {answer.Status} {answer.Body}");
        }
    }

    private static async Task<IReadOnlyList<string>> ListTablesAsync(RawClient client)
    {
        var tables = new List<string>();
        string? last = null;
        do
        {
            var answer = await SendAsync(client, "ListTables", last is null ? "{}" : $$"""{"ExclusiveStartTableName":"{{last}}"}""");
            var page = JsonNode.Parse(answer.Body)!; // 200, or it says so below
            tables.AddRange(page["TableNames"]!.AsArray().Select(static name => name!.GetValue<string>()));
            last = page["LastEvaluatedTableName"]?.GetValue<string>();
        }
        while (last is not null);
        return tables;
    }

    private static Task<Answer> SendAsync(RawClient client, string operation, string json, string service = "DynamoDB")
        => client.ExchangeAsync(new FuzzRequest(service, operation, Encoding.UTF8.GetBytes(json)));
}

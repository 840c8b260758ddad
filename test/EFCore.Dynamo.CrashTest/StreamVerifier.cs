using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.CrashTest;

/// <summary>Follows the table's stream over all rounds: every change has its record, once, in the order of its item.</summary>
/// <remarks>
///     The old image of a record is the new image of the one before it, of the same item; the last new image is the item. So a record that is missing, doubled
///     or out of order breaks the chain. Versions are unique, so an acknowledged change must be among the records by its version alone.
/// </remarks>
internal sealed class StreamVerifier
{
    private readonly Dictionary<string, string> _lastSequenceNumbers = [];
    private readonly Dictionary<(string Partition, int Number), long> _versions = [];

    public int RecordCount { get; private set; }

    /// <summary>Reads what is new in the stream.</summary>
    /// <param name="client">Reads the table after the kill.</param>
    /// <param name="streams">Reads its stream.</param>
    /// <param name="journal">What was acknowledged in this round.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public async Task<(int Lost, int Torn)> VerifyAsync(IDynamoClient client, IDynamoStreamsClient streams, Journal journal, List<string> findings)
    {
        var seen = new Dictionary<((string, int), long), int>();
        var (lost, torn) = (0, 0);
        var table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = CrashTable.Name })).Table;
        foreach (var shard in await ReadShardsAsync(streams, table.LatestStreamArn!)) // the table was made with a stream
        {
            await foreach (var record in ReadRecordsAsync(streams, table.LatestStreamArn!, shard.ShardId)) // likewise
            {
                RecordCount++;
                var key = Verifier.KeyOf(record.Dynamodb.Keys);
                var (from, to) = (VersionOf(record.Dynamodb.OldImage), VersionOf(record.Dynamodb.NewImage));
                if (from != _versions.GetValueOrDefault(key))
                {
                    torn += Found($"torn: a record of {key} leads from version {from} to {to}, the one before it led to {_versions.GetValueOrDefault(key)}");
                }

                if (record.Dynamodb.NewImage is { } image && !image.Equals(CrashTable.FullItem(key.Partition, key.Number, to)))
                {
                    torn += Found($"torn: the record of {key} at version {to} mixes _versions");
                }

                _versions[key] = to;
                seen[(key, to)] = seen.GetValueOrDefault((key, to)) + 1;
            }
        }

        foreach (var change in journal.Acknowledged.GroupBy(static change => change))
        {
            var found = seen.GetValueOrDefault(change.Key);
            if (change.Key.Version == 0 ? found < change.Count() : found != change.Count())
            {
                lost += Found($"lost: {change.Key.Key} at version {change.Key.Version} was acknowledged {change.Count()} times and has {found} records");
            }
        }

        foreach (var item in await Verifier.ScanAsync(client, indexName: null))
        {
            if (VersionOf(item) != _versions.GetValueOrDefault(Verifier.KeyOf(item)))
            {
                torn += Found(
                    $"torn: {Verifier.KeyOf(item)} is at version {VersionOf(item)}, its last record at {_versions.GetValueOrDefault(Verifier.KeyOf(item))}");
            }
        }

        return (lost, torn);

        int Found(string finding)
        {
            findings.Add(finding);
            return 1;
        }
    }

    private static long VersionOf(Item? item) => item is { } present ? present["Version"].GetNumber().ToInt64() : 0;

    // Parents come before their children.
    private static async Task<List<Shard>> ReadShardsAsync(IDynamoStreamsClient client, string streamArn)
    {
        var shards = new List<Shard>();
        string? last = null;
        do
        {
            var page = (await client.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = streamArn, ExclusiveStartShardId = last })).StreamDescription;
            shards.AddRange(page.Shards);
            last = page.LastEvaluatedShardId;
        }
        while (last is not null);
        return shards;
    }

    private async IAsyncEnumerable<Record> ReadRecordsAsync(IDynamoStreamsClient client, string streamArn, string shardId)
    {
        var last = _lastSequenceNumbers.GetValueOrDefault(shardId);
        var iterator = (await client.GetShardIteratorAsync(new GetShardIteratorRequest
        {
            StreamArn = streamArn,
            ShardId = shardId,
            ShardIteratorType = last is null ? ShardIteratorType.TrimHorizon : ShardIteratorType.AfterSequenceNumber,
            SequenceNumber = last,
        })).ShardIterator;
        while (iterator is not null)
        {
            var page = await client.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator });
            foreach (var record in page.Records)
            {
                _lastSequenceNumbers[shardId] = record.Dynamodb.SequenceNumber;
                yield return record;
            }

            // Nobody writes now: an empty page is the end of an open shard.
            iterator = page.Records.Count == 0 ? null : page.NextShardIterator;
        }
    }
}

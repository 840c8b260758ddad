using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Values;
using Shouldly;
using Record = EFCore.Dynamo.Streams.Record;

namespace EFCore.Dynamo.Engine.Tests.Streams;

/// <summary>Reads a stream as a consumer must, parents before children, and rebuilds the table from its images.</summary>
/// <remarks>A record that is missing, doubled or out of order does not fit the item as it was left by the record before it.</remarks>
internal static class StreamReplay
{
    public static async Task<Dictionary<Item, Item>> RebuildAsync(EmbeddedDynamoClient client, string table)
    {
        var copy = new Dictionary<Item, Item>();
        foreach (var record in await ReadAllAsync(client, await GetArnAsync(client, table)))
        {
            var body = record.Dynamodb;
            Item? before = copy.TryGetValue(body.Keys, out var item) ? item : null;
            body.OldImage.ShouldBe(before);
            body.NewImage.ShouldNotBe(body.OldImage);
            record.EventName.ShouldBe(body.NewImage is null ? OperationType.Remove : before is null ? OperationType.Insert : OperationType.Modify);
            if (body.NewImage is { } after)
            {
                copy[body.Keys] = after;
            }
            else
            {
                copy.Remove(body.Keys);
            }
        }

        return copy;
    }

    public static async Task<string> GetArnAsync(EmbeddedDynamoClient client, string table)
        => (await client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.LatestStreamArn.ShouldNotBeNull();

    /// <summary>All shards, page by page.</summary>
    public static async Task<List<Shard>> ListShardsAsync(EmbeddedDynamoClient client, string arn, int? limit = null)
    {
        var shards = new List<Shard>();
        string? start = null;
        do
        {
            var page =
                (await client.DescribeStreamAsync(new DescribeStreamRequest
                {
                    StreamArn = arn,
                    Limit = limit,
                    ExclusiveStartShardId = start,
                })).StreamDescription;
            shards.AddRange(page.Shards);
            start = page.LastEvaluatedShardId;
        }
        while (start is not null);
        return shards;
    }

    public static async Task<List<Record>> ReadAllAsync(EmbeddedDynamoClient client, string arn)
    {
        var shards = await ListShardsAsync(client, arn, limit: 5);
        var known = shards.ToDictionary(static shard => shard.ShardId, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var records = new List<Record>();
        foreach (var shard in shards)
        {
            await ReadLineageAsync(client, arn, shard, known, done, records);
        }

        return records;
    }

    public static async Task<(List<Record> Records, bool IsEnded)> ReadShardAsync(EmbeddedDynamoClient client, string arn, string shardId)
    {
        var request = new GetShardIteratorRequest { StreamArn = arn, ShardId = shardId, ShardIteratorType = ShardIteratorType.TrimHorizon };
        var iterator = (await client.GetShardIteratorAsync(request)).ShardIterator;
        var records = new List<Record>();
        while (iterator is not null)
        {
            var page = await client.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = 100 });
            records.AddRange(page.Records);
            iterator = page.NextShardIterator;
            if (page.Records.Count == 0)
            {
                break;
            }
        }

        return (records, iterator is null);
    }

    private static async Task ReadLineageAsync(
        EmbeddedDynamoClient client, string arn, Shard shard, Dictionary<string, Shard> known, HashSet<string> done, List<Record> records)
    {
        if (!done.Add(shard.ShardId))
        {
            return;
        }

        if (shard.ParentShardId is { } parentId && known.TryGetValue(parentId, out var parent))
        {
            await ReadLineageAsync(client, arn, parent, known, done, records);
        }

        var (read, isEnded) = await ReadShardAsync(client, arn, shard.ShardId);
        isEnded.ShouldBe(shard.SequenceNumberRange.EndingSequenceNumber is not null, "closed shards end, and only they");
        records.AddRange(read);
    }
}

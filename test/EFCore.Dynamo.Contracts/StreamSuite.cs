using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;

namespace EFCore.Dynamo.Contracts;

/// <summary>Base of the suites about streams: tables that have one, and a reader that follows all shards as applications must.</summary>
public abstract class StreamSuite(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    /// <summary>A table with string keys <c>pk</c> and <c>sk</c> and a stream.</summary>
    protected Task<string> CreateStreamedTableAsync(StreamViewType viewType = StreamViewType.NewAndOldImages) => CreateTableAsync(new CreateTableRequest
    {
        AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
        StreamSpecification = new StreamSpecification(StreamEnabled: true, viewType),
    });

    protected async Task<string> GetStreamArnAsync(string table)
        => (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.LatestStreamArn.ShouldNotBeNull();

    protected async Task<StreamDescription> DescribeAsync(string streamArn)
        => (await Streams.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = streamArn })).StreamDescription;

    protected async Task<string> GetIteratorAsync(
        string streamArn, string shardId, ShardIteratorType type = ShardIteratorType.TrimHorizon, string? sequenceNumber = null)
    {
        var request = new GetShardIteratorRequest { StreamArn = streamArn, ShardId = shardId, ShardIteratorType = type, SequenceNumber = sequenceNumber };
        return (await Streams.GetShardIteratorAsync(request)).ShardIterator.ShouldNotBeNull();
    }

    protected async Task<GetRecordsResponse> GetRecordsAsync(string iterator, int? limit = null)
        => await Streams.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = limit });

    /// <summary>All records of a table's last stream: parents before children, each shard to its end.</summary>
    protected async Task<List<Record>> ReadAllAsync(string table) => await ReadStreamAsync(await GetStreamArnAsync(table));

    /// <inheritdoc cref="ReadAllAsync" />
    protected async Task<List<Record>> ReadStreamAsync(string streamArn)
    {
        var records = new List<Record>();
        var shards = (await DescribeAsync(streamArn)).Shards;
        foreach (var shard in shards.OrderBy(shard => shard.ParentShardId is null ? 0 : 1).ThenBy(static shard => shard.ShardId, StringComparer.Ordinal))
        {
            var iterator = await GetIteratorAsync(streamArn, shard.ShardId);
            while (iterator is not null)
            {
                var page = await GetRecordsAsync(iterator);
                records.AddRange(page.Records);

                // An open shard never ends: what is there is read when a page is empty.
                iterator = page.Records.Count == 0 ? null : page.NextShardIterator;
            }
        }

        return records;
    }

    protected async Task DeleteAsync(string table, params object?[] key)
        => await Client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Attributes(key) });

    protected async Task SetAsync(string table, Item key, string attribute, object? value) => await Client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = table,
        Key = key,
        UpdateExpression = "SET #a = :a",
        ExpressionAttributeNames = Names("#a", attribute),
        ExpressionAttributeValues = Attributes(":a", value),
    });
}

using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Streams;

/// <summary>Streams over time: shards that roll, records that are trimmed, iterators that expire, data directories that are opened again.</summary>
public sealed class StreamTests : IDisposable
{
    private const string Table = "streamed";

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_shard_is_followed_by_its_child_after_its_lifetime()
    {
        using var client = await CreateAsync();
        var arn = await StreamReplay.GetArnAsync(client, Table);
        await PutAsync(client, "a", 1);
        _time.Now += TimeSpan.FromHours(4) - TimeSpan.FromTicks(1);
        await PutAsync(client, "a", 2);
        _time.Now += TimeSpan.FromTicks(1);
        await PutAsync(client, "a", 3);

        var shards = await StreamReplay.ListShardsAsync(client, arn);
        var (parentRecords, isParentEnded) = await StreamReplay.ReadShardAsync(client, arn, shards[0].ShardId);
        var (childRecords, isChildEnded) = await StreamReplay.ReadShardAsync(client, arn, shards[1].ShardId);

        shards.Count.ShouldBe(2);
        shards[0].ParentShardId.ShouldBeNull();
        shards[1].ParentShardId.ShouldBe(shards[0].ShardId);
        shards[0].SequenceNumberRange.EndingSequenceNumber.ShouldBe(parentRecords[^1].Dynamodb.SequenceNumber);
        shards[1].SequenceNumberRange.EndingSequenceNumber.ShouldBeNull();
        parentRecords.Count.ShouldBe(2);
        isParentEnded.ShouldBeTrue();
        childRecords.Count.ShouldBe(1);
        isChildEnded.ShouldBeFalse();
        string.CompareOrdinal(childRecords[0].Dynamodb.SequenceNumber, parentRecords[1].Dynamodb.SequenceNumber).ShouldBePositive();
        (await GetChildrenAsync(client, arn, shards[0].ShardId)).ShouldBe([shards[1]]);
        (await GetChildrenAsync(client, arn, shards[1].ShardId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_of_an_item_stay_in_one_lineage_of_many()
    {
        using var client = await CreateAsync(shardCount: 4, shardLifetime: TimeSpan.FromMinutes(10));
        var arn = await StreamReplay.GetArnAsync(client, Table);
        for (var i = 0; i < 200; i++)
        {
            await PutAsync(client, $"p{i % 20}", i);
            _time.Now += TimeSpan.FromSeconds(10);
        }

        var shards = await StreamReplay.ListShardsAsync(client, arn, limit: 3);
        var lineages = new Dictionary<string, string>(StringComparer.Ordinal);
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var shard in shards)
        {
            roots[shard.ShardId] = shard.ParentShardId is null ? shard.ShardId : roots[shard.ParentShardId];
            foreach (var record in (await StreamReplay.ReadShardAsync(client, arn, shard.ShardId)).Records)
            {
                var key = record.Dynamodb.Keys["pk"].GetString();
                lineages.TryAdd(key, roots[shard.ShardId]);
                lineages[key].ShouldBe(roots[shard.ShardId]);
            }
        }

        shards.Count.ShouldBeGreaterThan(8);
        roots.Values.Distinct().Count().ShouldBe(4);
        lineages.Values.Distinct().Count().ShouldBe(4);
        (await StreamReplay.RebuildAsync(client, Table)).Count.ShouldBe(20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_are_there_for_a_day(bool isTrimmed)
    {
        using var client = await CreateAsync();
        var arn = await StreamReplay.GetArnAsync(client, Table);
        await PutAsync(client, "a", 1);
        _time.Now += TimeSpan.FromHours(1);
        await PutAsync(client, "a", 2);
        var shard = (await StreamReplay.ListShardsAsync(client, arn)).Single();
        var records = (await StreamReplay.ReadShardAsync(client, arn, shard.ShardId)).Records;

        _time.Now += TimeSpan.FromHours(23) - TimeSpan.FromTicks(1);
        if (isTrimmed)
        {
            await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        }

        (await StreamReplay.ReadShardAsync(client, arn, shard.ShardId)).Records.Count.ShouldBe(2);

        _time.Now += TimeSpan.FromTicks(1);
        if (isTrimmed)
        {
            await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        }

        (await StreamReplay.ReadShardAsync(client, arn, shard.ShardId)).Records.Single().Dynamodb.SequenceNumber.ShouldBe(records[1].Dynamodb.SequenceNumber);
        await ShouldBeTrimmedAsync(() => GetIteratorAsync(client, arn, shard.ShardId, ShardIteratorType.AtSequenceNumber, records[0].Dynamodb.SequenceNumber));
        await ShouldBeTrimmedAsync(
            () => GetIteratorAsync(client, arn, shard.ShardId, ShardIteratorType.AfterSequenceNumber, shard.SequenceNumberRange.StartingSequenceNumber));
        var after = await GetIteratorAsync(client, arn, shard.ShardId, ShardIteratorType.AfterSequenceNumber, records[0].Dynamodb.SequenceNumber);
        (await ReadAsync(client, after)).Records.Count.ShouldBe(1);

        _time.Now += TimeSpan.FromHours(1);
        if (isTrimmed)
        {
            await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        }

        (await StreamReplay.ReadShardAsync(client, arn, shard.ShardId)).Records.ShouldBeEmpty();
        (await StreamReplay.ListShardsAsync(client, arn)).Single().ShouldBe(shard, "an open shard stays");
    }

    [Fact]
    public async Task An_iterator_whose_records_were_trimmed_says_so()
    {
        using var client = await CreateAsync();
        var arn = await StreamReplay.GetArnAsync(client, Table);
        await PutAsync(client, "a", 1);
        _time.Now += TimeSpan.FromHours(24) - TimeSpan.FromMinutes(10);
        var shardId = (await StreamReplay.ListShardsAsync(client, arn))[0].ShardId;
        var start = (await StreamReplay.ListShardsAsync(client, arn))[0].SequenceNumberRange.StartingSequenceNumber;
        var horizon = await GetIteratorAsync(client, arn, shardId, ShardIteratorType.TrimHorizon);
        var position = await GetIteratorAsync(client, arn, shardId, ShardIteratorType.AfterSequenceNumber, start);

        _time.Now += TimeSpan.FromMinutes(14);

        (await ReadAsync(client, horizon)).Records.ShouldBeEmpty();
        await ShouldBeTrimmedAsync(() => ReadAsync(client, position));
    }

    [Fact]
    public async Task Iterators_expire_after_fifteen_minutes()
    {
        using var client = await CreateAsync();
        var arn = await StreamReplay.GetArnAsync(client, Table);
        var iterator = await GetIteratorAsync(client, arn, (await StreamReplay.ListShardsAsync(client, arn))[0].ShardId, ShardIteratorType.Latest);

        _time.Now += TimeSpan.FromMinutes(15);
        var next = (await ReadAsync(client, iterator)).NextShardIterator.ShouldNotBeNull();
        _time.Now += TimeSpan.FromTicks(1);
        (await Should.ThrowAsync<ExpiredIteratorException>(() => ReadAsync(client, iterator))).Message.ShouldBe("Shard iterator has expired");
        _time.Now += TimeSpan.FromMinutes(14);
        await PutAsync(client, "a", 1);
        (await ReadAsync(client, next)).Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Records_numbers_and_iterators_outlive_a_reopen()
    {
        string arn, iterator;
        using (var client = await CreateAsync())
        {
            arn = await StreamReplay.GetArnAsync(client, Table);
            iterator = await GetIteratorAsync(client, arn, (await StreamReplay.ListShardsAsync(client, arn))[0].ShardId, ShardIteratorType.TrimHorizon);
            await PutAsync(client, "a", 1);
        }

        using var reopened = Open();
        await PutAsync(reopened, "a", 2);
        var records = (await ReadAsync(reopened, iterator)).Records;

        records.Select(static record => record.EventName).ShouldBe([OperationType.Insert, OperationType.Modify]);
        string.CompareOrdinal(records[1].Dynamodb.SequenceNumber, records[0].Dynamodb.SequenceNumber).ShouldBePositive();
        (await StreamReplay.GetArnAsync(reopened, Table)).ShouldBe(arn);
    }

    [Fact]
    public async Task A_disabled_stream_is_readable_for_a_day_and_then_removed()
    {
        using var client = await CreateAsync();
        var arn = await StreamReplay.GetArnAsync(client, Table);
        for (var i = 0; i < 1200; i += 25)
        {
            await client.BatchWriteItemAsync(Batch(i, 25));
        }

        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });

        _time.Now += TimeSpan.FromHours(24) - TimeSpan.FromTicks(1);
        await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        (await StreamReplay.ReadAllAsync(client, arn)).Count.ShouldBe(1200);

        _time.Now += TimeSpan.FromTicks(1);
        await Should.ThrowAsync<ResourceNotFoundException>(() => StreamReplay.ListShardsAsync(client, arn));
        (await client.ListStreamsAsync(new ListStreamsRequest())).Streams.ShouldBeEmpty();
        await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        client.CountStreamEntries().ShouldBe(1, "the number of the next stream");
    }

    [Fact]
    public async Task Closed_shards_go_a_day_after_they_were_closed()
    {
        using var client = await CreateAsync();
        var arn = await StreamReplay.GetArnAsync(client, Table);
        await PutAsync(client, "a", 1);
        _time.Now += TimeSpan.FromHours(4);
        await PutAsync(client, "a", 2);
        var shards = await StreamReplay.ListShardsAsync(client, arn);
        _time.Now += TimeSpan.FromHours(20);
        await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        (await StreamReplay.ReadShardAsync(client, arn, shards[0].ShardId)).ShouldSatisfyAllConditions(
            static shard => shard.Records.ShouldBeEmpty(), static shard => shard.IsEnded.ShouldBeTrue());

        _time.Now += TimeSpan.FromHours(4);
        (await StreamReplay.ListShardsAsync(client, arn)).ShouldBe([shards[1]]);
        await client.Workers.StreamTrimmer.TrimAsync(CancellationToken.None);
        (await StreamReplay.ListShardsAsync(client, arn)).ShouldBe([shards[1]]);
        (await Should.ThrowAsync<ResourceNotFoundException>(() => GetIteratorAsync(client, arn, shards[0].ShardId, ShardIteratorType.TrimHorizon)))
            .Message.ShouldBe("Requested resource not found: Shard does not exist");
    }

    [Fact]
    public async Task What_is_over_at_the_open_is_removed_without_being_asked()
    {
        using (var client = await CreateAsync())
        {
            await PutAsync(client, "a", 1);
            await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        }

        _time.Now += TimeSpan.FromHours(25);
        using var reopened = Open();
        while (reopened.CountStreamEntries() > 1)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    [Fact]
    public async Task Deletions_by_the_service_say_so()
    {
        using var client = await CreateAsync();
        await PutAsync(client, "a", 1);
        var table = client.Context.FindTable(Table).ShouldNotBeNull();
        var expired = new DeleteWrite(table, Key("a"), condition: null, default) { IsServiceWrite = true };
        await client.Context.Store.WriteAsync(
            new WriteOperation<ServiceError?>(transaction => SingleWrite.Execute(expired, transaction, out _)), CancellationToken.None);

        var records = await StreamReplay.ReadAllAsync(client, await StreamReplay.GetArnAsync(client, Table));

        records[0].UserIdentity.ShouldBeNull();
        records[1].EventName.ShouldBe(OperationType.Remove);
        records[1].UserIdentity.ShouldBe(new Identity("dynamodb.amazonaws.com", "Service"));
    }

    [Fact]
    public async Task A_table_made_again_at_the_same_time_has_another_stream()
    {
        using var client = await CreateAsync();
        var first = await StreamReplay.GetArnAsync(client, Table);
        await PutAsync(client, "a", 1);
        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        await CreateTableAsync(client);
        var second = await StreamReplay.GetArnAsync(client, Table);
        await PutAsync(client, "b", 1);

        second.ShouldNotBe(first);
        (await client.ListStreamsAsync(new ListStreamsRequest { TableName = Table })).Streams.Select(
            static stream => stream.StreamArn).ShouldBe([first, second]);
        (await StreamReplay.ReadAllAsync(client, first)).Single().Dynamodb.Keys.ShouldBe(Key("a"));
        (await StreamReplay.ReadAllAsync(client, second)).Single().Dynamodb.Keys.ShouldBe(Key("b"));
    }

    [Fact]
    public async Task A_table_without_a_stream_leaves_nothing_in_the_keyspace_of_streams()
    {
        using var client = Open();
        await CreateTableAsync(client, hasStream: false);
        await PutAsync(client, "a", 1);

        client.CountStreamEntries().ShouldBe(0);
    }

    [Fact]
    public async Task Names_in_a_well_formed_iterator_are_looked_up()
    {
        using var client = await CreateAsync();
        await PutAsync(client, "a", 1);
        var text = await StreamReplay.GetArnAsync(client, Table);
        var arn = StreamArn.TryParse(text).ShouldNotBeNull();
        var id = client.Context.FindTable(Table).ShouldNotBeNull().Document.EnabledStream.ShouldNotBeNull().Id;

        await Should.ThrowAsync<ResourceNotFoundException>(() => ReadAsync(client, new ShardIterator(arn, id + 1, 0, _time.Now, null).Format()));
        await Should.ThrowAsync<ResourceNotFoundException>(() => ReadAsync(client, new ShardIterator(arn, id, 1, _time.Now, null).Format()));
        await Should.ThrowAsync<ResourceNotFoundException>(
            () => ReadAsync(client, new ShardIterator(arn with { Text = text + "0" }, id, 0, _time.Now, null).Format()));
        (await ReadAsync(client, new ShardIterator(arn, id, 0, _time.Now, ulong.MaxValue).Format())).Records.ShouldBeEmpty();
        await Should.ThrowAsync<ExpiredIteratorException>(() => ReadAsync(client, new ShardIterator(arn, id, 0, DateTimeOffset.MinValue, null).Format()));
        (await ReadAsync(client, new ShardIterator(arn, id, 0, DateTimeOffset.MaxValue, null).Format())).Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_is_on_its_way_as_long_as_its_table_is()
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = _time, ControlPlaneDelay = TimeSpan.FromSeconds(3) });
        await CreateTableAsync(client);
        var arn = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.LatestStreamArn;
        async Task<StreamStatus> GetStatusAsync()
            => (await client.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = arn })).StreamDescription.StreamStatus;

        (await GetStatusAsync()).ShouldBe(StreamStatus.Enabling);
        _time.Now += TimeSpan.FromSeconds(3);
        (await GetStatusAsync()).ShouldBe(StreamStatus.Enabled);
        await client.UpdateTableAsync(new UpdateTableRequest { TableName = Table, StreamSpecification = new StreamSpecification(StreamEnabled: false) });
        (await GetStatusAsync()).ShouldBe(StreamStatus.Disabling);
        _time.Now += TimeSpan.FromSeconds(3);
        (await GetStatusAsync()).ShouldBe(StreamStatus.Disabled);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(65, 1)]
    [InlineData(1, 0)]
    public void Impossible_options_are_refused(int shardCount, int lifetimeSeconds) => Should.Throw<ArgumentOutOfRangeException>(() =>
        EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { StreamShardCount = shardCount, StreamShardLifetime = TimeSpan.FromSeconds(lifetimeSeconds) }));

    private static Item Key(string partitionKey) => Item.Create(("pk", AttributeValue.FromString(partitionKey)));

    private static async Task PutAsync(EmbeddedDynamoClient client, string partitionKey, int number) => await client.PutItemAsync(new PutItemRequest
    {
        TableName = Table,
        Item = Item.Create(("pk", AttributeValue.FromString(partitionKey)), ("n", AttributeValue.FromNumber(number))),
    });

    private static BatchWriteItemRequest Batch(int first, int count) => new()
    {
        RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
        {
            [Table] = [.. Enumerable.Range(first, count).Select(static i => new WriteRequest { PutItem = Key($"{i}") })],
        },
    };

    private static async Task<IReadOnlyList<Shard>> GetChildrenAsync(EmbeddedDynamoClient client, string arn, string shardId)
    {
        var request = new DescribeStreamRequest { StreamArn = arn, ShardFilter = new ShardFilter(ShardFilterType.ChildShards, shardId) };
        return (await client.DescribeStreamAsync(request)).StreamDescription.Shards;
    }

    private static async Task<string> GetIteratorAsync(EmbeddedDynamoClient client, string arn, string shardId, ShardIteratorType type, string? number = null)
    {
        var request = new GetShardIteratorRequest { StreamArn = arn, ShardId = shardId, ShardIteratorType = type, SequenceNumber = number };
        return (await client.GetShardIteratorAsync(request)).ShardIterator.ShouldNotBeNull();
    }

    private static async Task<GetRecordsResponse> ReadAsync(EmbeddedDynamoClient client, string iterator)
        => await client.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator });

    private static async Task ShouldBeTrimmedAsync(Func<Task> call)
        => (await Should.ThrowAsync<TrimmedDataAccessException>(call)).Message.ShouldBe("The data you are trying to access has been trimmed");

    private static async Task CreateTableAsync(EmbeddedDynamoClient client, bool hasStream = true) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        StreamSpecification = hasStream ? new StreamSpecification(StreamEnabled: true, StreamViewType.NewAndOldImages) : null,
    });

    private async Task<EmbeddedDynamoClient> CreateAsync(int shardCount = 1, TimeSpan? shardLifetime = null)
    {
        var client = Open(shardCount, shardLifetime);
        await CreateTableAsync(client);
        return client;
    }

    private EmbeddedDynamoClient Open(int shardCount = 1, TimeSpan? shardLifetime = null) => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
    {
        DataDirectory = _directory.Path,
        Durability = Durability.Relaxed,
        TimeProvider = _time,
        StreamShardCount = shardCount,
        StreamShardLifetime = shardLifetime ?? TimeSpan.FromHours(4),
    });
}

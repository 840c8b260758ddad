using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ListStreams, DescribeStream, GetShardIterator and GetRecords: pages, places in a shard, and what is refused.</summary>
public abstract class StreamReadingContract(IDynamoEndpointFactory factory) : StreamSuite(factory)
{
    private const string NoShard = "shardId-00000000000000000000-00000000";
    private const string NoNumber = "999999999999999999999";

    [Fact]
    public async Task A_stream_is_described()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        var table = await CreateStreamedTableAsync(StreamViewType.OldImage);
        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;

        var stream = await DescribeAsync(description.LatestStreamArn.ShouldNotBeNull());

        description.StreamSpecification.ShouldBe(new StreamSpecification(StreamEnabled: true, StreamViewType.OldImage));
        stream.StreamArn.ShouldBe($"{description.TableArn}/stream/{stream.StreamLabel}");
        stream.StreamLabel.ShouldBe(description.LatestStreamLabel);
        stream.StreamLabel.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$");
        stream.StreamStatus.ShouldBe(StreamStatus.Enabled);
        stream.StreamViewType.ShouldBe(StreamViewType.OldImage);
        stream.TableName.ShouldBe(table);
        stream.KeySchema.ShouldBe([new KeySchemaElement("pk", KeyType.PartitionKey), new KeySchemaElement("sk", KeyType.SortKey)]);
        stream.CreationRequestDateTime.ShouldNotBeNull().ShouldBeInRange(before, before.AddMinutes(5));
        stream.LastEvaluatedShardId.ShouldBeNull();
        stream.Shards.ShouldNotBeEmpty();
        foreach (var shard in stream.Shards)
        {
            shard.ShardId.ShouldMatch("^shardId-[0-9]{20}-[0-9a-f]{8}$");
            shard.ParentShardId.ShouldBeNull();
            shard.SequenceNumberRange.StartingSequenceNumber.ShouldMatch("^[0-9]{21,40}$");
            shard.SequenceNumberRange.EndingSequenceNumber.ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_table_without_a_stream_shows_none()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", Values.AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            StreamSpecification = new StreamSpecification(StreamEnabled: false),
        });

        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;
        description.StreamSpecification.ShouldBeNull();
        description.LatestStreamArn.ShouldBeNull();
        description.LatestStreamLabel.ShouldBeNull();
        (await Streams.ListStreamsAsync(new ListStreamsRequest { TableName = table })).Streams.ShouldBeEmpty();
    }

    [Fact]
    public async Task Streams_are_listed_in_pages()
    {
        var tables = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            tables.Add(await CreateStreamedTableAsync());
        }

        var listed = new List<StreamSummary>();
        string? start = null;
        do
        {
            var page = await Streams.ListStreamsAsync(new ListStreamsRequest { Limit = 2, ExclusiveStartStreamArn = start });
            page.Streams.Count.ShouldBeLessThanOrEqualTo(2);
            listed.AddRange(page.Streams);
            start = page.LastEvaluatedStreamArn;
        }
        while (start is not null);

        listed.Distinct().Count().ShouldBe(listed.Count);
        foreach (var table in tables)
        {
            var stream = listed.Single(stream => stream.TableName == table);
            stream.StreamArn.ShouldBe(await GetStreamArnAsync(table));
            (await Streams.ListStreamsAsync(new ListStreamsRequest { TableName = table })).Streams.ShouldBe([stream]);
        }

        (await Streams.ListStreamsAsync(new ListStreamsRequest { TableName = NewTableName() })).Streams.ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_come_in_pages()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.KeysOnly);
        for (var i = 0; i < 7; i++)
        {
            await PutAsync(table, "pk", "a", "sk", $"{i}");
        }

        var iterator = await GetIteratorAsync(table);

        var counts = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            var page = await GetRecordsAsync(iterator, limit: 3);
            counts.Add(page.Records.Count);
            iterator = page.NextShardIterator.ShouldNotBeNull();
        }

        counts.ShouldBe([3, 3, 1, 0]);
        await PutAsync(table, "pk", "a", "sk", "7");
        (await GetRecordsAsync(iterator)).Records.Single().Dynamodb.Keys.ShouldBe(Attributes("pk", "a", "sk", "7"));
    }

    [Fact]
    public async Task A_page_ends_at_a_megabyte()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.NewImage);
        for (var i = 0; i < 5; i++)
        {
            await PutAsync(table, "pk", "a", "sk", $"{i}", "text", new string('x', 300_000));
        }

        var first = await GetRecordsAsync(await GetIteratorAsync(table));
        var second = await GetRecordsAsync(first.NextShardIterator.ShouldNotBeNull());

        first.Records.Count.ShouldBe(3);
        second.Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Iterators_begin_where_they_say()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.KeysOnly);
        for (var i = 0; i < 3; i++)
        {
            await PutAsync(table, "pk", "a", "sk", $"{i}");
        }

        var numbers = (await ReadAllAsync(table)).ConvertAll(static record => record.Dynamodb.SequenceNumber);
        var latest = await GetIteratorAsync(table, ShardIteratorType.Latest);
        await PutAsync(table, "pk", "a", "sk", "3");

        (await ReadKeysAsync(await GetIteratorAsync(table, ShardIteratorType.TrimHorizon))).ShouldBe(["0", "1", "2", "3"]);
        (await ReadKeysAsync(latest)).ShouldBe(["3"]);
        (await ReadKeysAsync(await GetIteratorAsync(table, ShardIteratorType.AtSequenceNumber, numbers[1]))).ShouldBe(["1", "2", "3"]);
        (await ReadKeysAsync(await GetIteratorAsync(table, ShardIteratorType.AfterSequenceNumber, numbers[1]))).ShouldBe(["2", "3"]);
        (await ReadKeysAsync(latest)).ShouldBe(["3"], "an iterator can be used again");
    }

    [Fact]
    public async Task The_starting_number_of_a_shard_is_a_place_in_it()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.KeysOnly);
        await PutAsync(table, "pk", "a", "sk", "0");
        var start = (await DescribeAsync(await GetStreamArnAsync(table))).Shards[0].SequenceNumberRange.StartingSequenceNumber;

        (await ReadKeysAsync(await GetIteratorAsync(table, ShardIteratorType.AtSequenceNumber, start))).ShouldBe(["0"]);
    }

    [Fact]
    public async Task The_stream_of_a_deleted_table_stays_readable()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.KeysOnly);
        await PutAsync(table, "pk", "a", "sk", "0");
        var arn = await GetStreamArnAsync(table);
        await Client.DeleteTableAsync(new DeleteTableRequest { TableName = table });
        Forget(table);

        var stream = await DescribeAsync(arn);
        var shard = stream.Shards.Single();
        var page = await GetRecordsAsync(await GetIteratorAsync(arn, shard.ShardId));

        stream.StreamStatus.ShouldBe(StreamStatus.Disabled);
        stream.TableName.ShouldBe(table);
        shard.SequenceNumberRange.EndingSequenceNumber.ShouldBe(page.Records.Single().Dynamodb.SequenceNumber);
        page.NextShardIterator.ShouldBeNull();
        (await Streams.ListStreamsAsync(new ListStreamsRequest { TableName = table })).Streams.Single().StreamArn.ShouldBe(arn);
    }

    [Fact]
    public async Task Shards_are_described_in_pages_and_by_parent()
    {
        var table = await CreateStreamedTableAsync();
        var arn = await GetStreamArnAsync(table);
        var shard = (await DescribeAsync(arn)).Shards[^1];

        (await Streams.DescribeStreamAsync(new DescribeStreamRequest
        {
            StreamArn = arn,
            ExclusiveStartShardId = shard.ShardId,
        })).StreamDescription.Shards.ShouldBeEmpty();
        var children = new DescribeStreamRequest { StreamArn = arn, ShardFilter = new ShardFilter(ShardFilterType.ChildShards, shard.ShardId) };
        (await Streams.DescribeStreamAsync(children)).StreamDescription.Shards.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var table = await CreateStreamedTableAsync();
        var arn = await GetStreamArnAsync(table);
        var otherArn = $"{arn[..^1]}{(arn[^1] == '0' ? '1' : '0')}";
        var shard = (await DescribeAsync(arn)).Shards[0].ShardId;

        await ShouldNotBeFoundAsync(() => DescribeAsync(otherArn), $"Requested resource not found: Stream: {otherArn} not found");
        await ShouldNotBeFoundAsync(() => GetIteratorAsync(otherArn, shard), $"Requested resource not found: Stream: {otherArn} not found");
        await ShouldNotBeFoundAsync(() => GetIteratorAsync(arn, NoShard), "Requested resource not found: Shard does not exist");
    }

    [Fact]
    public async Task Names_of_streams_must_be_names_of_streams()
    {
        foreach (var arn in new[] { "x", "arn:aws:dynamodb:us-east-1:123456789012:table/Music", "arn:aws:dynamodb:us-east-1:123456789012:table/Mu$ic/stream/2015-05-11T21:21:33.291", new string('a', 1025) })
        {
            await ShouldBeInvalidAsync(() => DescribeAsync(arn), "Invalid StreamArn");
            await ShouldBeInvalidAsync(() => GetIteratorAsync(arn, NoShard), "Invalid StreamArn");
            await ShouldBeInvalidAsync(
                async () => await Streams.ListStreamsAsync(new ListStreamsRequest { ExclusiveStartStreamArn = arn }), "Invalid StreamArn");
        }
    }

    [Fact]
    public async Task Constraints_of_the_model_are_checked()
    {
        await ShouldBeInvalidAsync(
            async () => await Streams.DescribeStreamAsync(new DescribeStreamRequest()),
            "1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null");
        await ShouldBeInvalidAsync(
            async () => await Streams.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = "x", Limit = 101 }),
            "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100");
        await ShouldBeInvalidAsync(
            async () => await Streams.ListStreamsAsync(new ListStreamsRequest { Limit = 0 }),
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
        await ShouldBeInvalidAsync(
            async () => await Streams.ListStreamsAsync(new ListStreamsRequest { TableName = "ab" }),
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3");
        await ShouldBeInvalidAsync(
            async () => await Streams.GetRecordsAsync(new GetRecordsRequest()),
            "1 validation error detected: Value null at 'shardIterator' failed to satisfy constraint: Member must not be null");
        await ShouldBeInvalidAsync(
            async () => await Streams.GetRecordsAsync(new GetRecordsRequest { ShardIterator = "x", Limit = 1001 }),
            "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000");
        await ShouldBeInvalidAsync(
            () => GetIteratorAsync("x", "short"),
            "1 validation error detected: Value 'short' at 'shardId' failed to satisfy constraint: Member must have length greater than or equal to 28");
        await ShouldBeInvalidAsync(
            () => GetIteratorAsync("x", NoShard, ShardIteratorType.AtSequenceNumber, "1"),
            "1 validation error detected: Value '1' at 'sequenceNumber' failed to satisfy constraint: Member must have length greater than or equal to 21");
        await ShouldBeInvalidAsync(
            async () => await Streams.GetShardIteratorAsync(new GetShardIteratorRequest()),
            "3 validation errors detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'shardId' failed to satisfy constraint: Member must not be null; Value null at 'shardIteratorType' failed to satisfy "
            + "constraint: Member must not be null");
    }

    [Fact]
    public async Task Sequence_numbers_belong_to_their_types_and_shards()
    {
        var table = await CreateStreamedTableAsync();
        await PutAsync(table, "pk", "a", "sk", "0");

        await ShouldBeInvalidAsync(
            () => GetIteratorAsync(table, ShardIteratorType.AtSequenceNumber), "SequenceNumber is required when ShardIteratorType is AT_SEQUENCE_NUMBER");
        await ShouldBeInvalidAsync(
            () => GetIteratorAsync(table, ShardIteratorType.AfterSequenceNumber), "SequenceNumber is required when ShardIteratorType is AFTER_SEQUENCE_NUMBER");
        await ShouldBeInvalidAsync(
            () => GetIteratorAsync(table, ShardIteratorType.Latest, NoNumber), "SequenceNumber must not be specified when ShardIteratorType is LATEST");
        await ShouldBeInvalidAsync(
            () => GetIteratorAsync(table, ShardIteratorType.TrimHorizon, NoNumber),
            "SequenceNumber must not be specified when ShardIteratorType is TRIM_HORIZON");
        foreach (var number in new[] { NoNumber, new string('0', 21), new string('9', 40), "10000000000000000000x1" })
        {
            await ShouldBeInvalidAsync(() => GetIteratorAsync(table, ShardIteratorType.AtSequenceNumber, number), "Invalid SequenceNumber");
            await ShouldBeInvalidAsync(() => GetIteratorAsync(table, ShardIteratorType.AfterSequenceNumber, number), "Invalid SequenceNumber");
        }
    }

    [Fact]
    public async Task Iterators_that_are_none_are_invalid()
    {
        var table = await CreateStreamedTableAsync();
        var iterator = await GetIteratorAsync(table);
        var changed = iterator.ToCharArray();
        changed[^5] = changed[^5] == 'A' ? 'B' : 'A';

        foreach (var text in new[] { "x", "|1|", iterator[..^4], iterator
            + "AAAA", new string(changed), iterator.Replace("|1|", "|2|", StringComparison.Ordinal), new string('a', 2048) })
        {
            await ShouldBeInvalidAsync(() => GetRecordsAsync(text), "Invalid ShardIterator");
        }
    }

    [Fact]
    public async Task A_specification_must_make_sense()
    {
        var request = new CreateTableRequest
        {
            TableName = NewTableName(),
            AttributeDefinitions = [new("pk", Values.AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            BillingMode = BillingMode.PayPerRequest,
        };

        await ShouldBeInvalidAsync(
            async () => await Client.CreateTableAsync(request with { StreamSpecification = new StreamSpecification(StreamEnabled: true) }),
            "One or more parameter values were invalid: If stream is being enabled then UpdateViewType is required");
        await ShouldBeInvalidAsync(
            async () => await Client.CreateTableAsync(request with { StreamSpecification = new StreamSpecification(StreamEnabled: false, StreamViewType.KeysOnly) }),
            "One or more parameter values were invalid: Table is being created with a stream disabled, UpdateViewType should not be specified");
    }

    private static async Task ShouldNotBeFoundAsync(Func<Task> call, string message)
        => (await Should.ThrowAsync<ResourceNotFoundException>(call)).Message.ShouldBe(message);

    /// <summary>An iterator of the only shard of a table's last stream.</summary>
    private async Task<string> GetIteratorAsync(string table, ShardIteratorType type = ShardIteratorType.TrimHorizon, string? sequenceNumber = null)
    {
        var arn = await GetStreamArnAsync(table);
        return await GetIteratorAsync(arn, (await DescribeAsync(arn)).Shards.Single().ShardId, type, sequenceNumber);
    }

    private async Task<List<string>> ReadKeysAsync(string iterator)
        => [.. (await GetRecordsAsync(iterator)).Records.Select(static record => record.Dynamodb.Keys["sk"].GetString())];
}

using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>UpdateTable enables and disables the stream of a table.</summary>
public abstract class StreamLifecycleContract(IDynamoEndpointFactory factory) : StreamSuite(factory)
{
    [Fact]
    public async Task An_enabled_stream_records_what_is_written_from_then_on()
    {
        var table = await CreateTableAsync(Values.AttributeType.String);
        await PutAsync(table, "pk", "a", "sk", "1");

        await EnableAsync(table, StreamViewType.NewImage);
        await PutAsync(table, "pk", "a", "sk", "1", "n", 1);

        var description = await DescribeTableAsync(table);
        var record = (await ReadAllAsync(table)).Single();
        description.StreamSpecification.ShouldBe(new StreamSpecification(StreamEnabled: true, StreamViewType.NewImage));
        description.LatestStreamArn.ShouldBe($"{description.TableArn}/stream/{description.LatestStreamLabel}");
        record.EventName.ShouldBe(OperationType.Modify);
        record.Dynamodb.NewImage.ShouldBe(Attributes("pk", "a", "sk", "1", "n", 1));
        record.Dynamodb.OldImage.ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_that_is_enabled_is_not_enabled_again_nor_changed()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.NewImage);
        var before = await DescribeTableAsync(table);

        await ShouldBeInvalidAsync(() => EnableAsync(table, StreamViewType.NewImage), $"Table already has an enabled stream: TableName: {table}");
        await ShouldBeInvalidAsync(() => EnableAsync(table, StreamViewType.KeysOnly), $"Table already has an enabled stream: TableName: {table}");

        var after = await DescribeTableAsync(table);
        after.LatestStreamArn.ShouldBe(before.LatestStreamArn);
        after.StreamSpecification.ShouldBe(before.StreamSpecification);
    }

    [Fact]
    public async Task A_disabled_stream_records_nothing_more_and_stays_readable()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.KeysOnly);
        await PutAsync(table, "pk", "a", "sk", "1");
        var arn = await GetStreamArnAsync(table);
        var shardId = (await DescribeAsync(arn)).Shards.Single().ShardId;
        var open = await GetIteratorAsync(arn, shardId, ShardIteratorType.Latest);

        await DisableAsync(table);
        await PutAsync(table, "pk", "a", "sk", "2");

        var description = await DescribeTableAsync(table);
        var stream = await DescribeAsync(arn);
        description.StreamSpecification.ShouldBeNull();
        description.LatestStreamArn.ShouldBe(arn);
        description.LatestStreamLabel.ShouldBe(stream.StreamLabel);
        stream.StreamStatus.ShouldBe(StreamStatus.Disabled);
        stream.Shards.Single().SequenceNumberRange.EndingSequenceNumber.ShouldNotBeNull();
        (await ReadStreamAsync(arn)).Single().Dynamodb.Keys.ShouldBe(Attributes("pk", "a", "sk", "1"));
        var page = await GetRecordsAsync(open);
        page.Records.ShouldBeEmpty();
        page.NextShardIterator.ShouldBeNull();
        await ShouldBeInvalidAsync(() => DisableAsync(table), $"Table has no stream to disable: TableName: {table}");
    }

    [Fact]
    public async Task A_stream_enabled_again_is_another_one()
    {
        var table = await CreateStreamedTableAsync(StreamViewType.KeysOnly);
        await PutAsync(table, "pk", "a", "sk", "1");
        var first = await GetStreamArnAsync(table);
        await DisableAsync(table);
        await EnableAsync(table, StreamViewType.NewAndOldImages);
        await PutAsync(table, "pk", "a", "sk", "2");

        var second = await GetStreamArnAsync(table);

        second.ShouldNotBe(first);
        (await ReadStreamAsync(first)).Single().Dynamodb.Keys.ShouldBe(Attributes("pk", "a", "sk", "1"));
        (await ReadStreamAsync(second)).Single().Dynamodb.NewImage.ShouldBe(Attributes("pk", "a", "sk", "2"));
        (await Streams.ListStreamsAsync(new ListStreamsRequest { TableName = table })).Streams.Select(static stream => stream.StreamArn).ShouldBe(
            [first, second], ignoreOrder: true);
    }

    [Fact]
    public async Task A_table_without_a_stream_has_none_to_disable()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(() => DisableAsync(table), $"Table has no stream to disable: TableName: {table}");
    }

    [Fact]
    public async Task A_specification_of_an_update_must_make_sense()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, new StreamSpecification(StreamEnabled: true)),
            "One or more parameter values were invalid: If stream is being enabled then UpdateViewType is required");
        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, new StreamSpecification(StreamEnabled: false, StreamViewType.KeysOnly)),
            "One or more parameter values were invalid: If stream is being disabled, then UpdateViewType must not be specified");
    }

    private Task EnableAsync(string table, StreamViewType viewType) => UpdateAsync(table, new StreamSpecification(StreamEnabled: true, viewType));

    private Task DisableAsync(string table) => UpdateAsync(table, new StreamSpecification(StreamEnabled: false));

    private async Task UpdateAsync(string table, StreamSpecification specification)
        => await Client.UpdateTableAsync(new UpdateTableRequest { TableName = table, StreamSpecification = specification });

    private async Task<TableDescription> DescribeTableAsync(string table)
        => (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;
}

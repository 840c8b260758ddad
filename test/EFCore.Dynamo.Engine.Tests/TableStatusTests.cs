using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>The control plane with a delay: statuses by the clock, and what each of them allows.</summary>
public sealed class TableStatusTests : IDisposable
{
    private const string Table = "things";

    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_table_that_is_being_created_has_no_items_and_cannot_be_changed()
    {
        using var client = Open();
        (await CreateAsync(client)).TableDescription.TableStatus.ShouldBe(TableStatus.Creating);

        (await DescribeAsync(client)).TableStatus.ShouldBe(TableStatus.Creating);
        (await client.ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBe([Table]);
        await ShouldThrowAsync<ResourceNotFoundException>(() => PutAsync(client, "a"), "Requested resource not found");
        await ShouldThrowAsync<ResourceInUseException>(() => CreateAsync(client), $"Table already exists: {Table}");
        await ShouldThrowAsync<ResourceInUseException>(
            () => DeleteAsync(client), $"Attempt to change a resource which is still in use: Table is being created: {Table}");
        await ShouldThrowAsync<ResourceInUseException>(
            () => ProtectAsync(client, true), $"Attempt to change a resource which is still in use: Table is being created: {Table}");

        _time.Now += Delay;
        (await DescribeAsync(client)).TableStatus.ShouldBe(TableStatus.Active);
        await PutAsync(client, "a");
    }

    [Fact]
    public async Task A_table_that_is_being_updated_is_read_and_written_and_cannot_be_changed_again()
    {
        using var client = Open();
        await CreateAsync(client);
        _time.Now += Delay;
        (await ProtectAsync(client, true)).TableDescription.TableStatus.ShouldBe(TableStatus.Updating);

        (await DescribeAsync(client)).TableStatus.ShouldBe(TableStatus.Updating);
        await PutAsync(client, "a");
        await ShouldThrowAsync<ResourceInUseException>(
            () => ProtectAsync(client, false), $"Attempt to change a resource which is still in use: Table is being updated: {Table}");
        await ShouldThrowAsync<ResourceInUseException>(
            () => DeleteAsync(client), $"Attempt to change a resource which is still in use: Table is being updated: {Table}");

        _time.Now += Delay;
        (await DescribeAsync(client)).TableStatus.ShouldBe(TableStatus.Active);
        await ProtectAsync(client, false);
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_described_until_it_is_gone()
    {
        using var client = Open();
        await CreateAsync(client);
        _time.Now += Delay;
        await PutAsync(client, "a");
        (await DeleteAsync(client)).TableDescription.TableStatus.ShouldBe(TableStatus.Deleting);

        (await DescribeAsync(client)).TableStatus.ShouldBe(TableStatus.Deleting);
        await ShouldThrowAsync<ResourceNotFoundException>(() => PutAsync(client, "b"), "Requested resource not found");
        await ShouldThrowAsync<ResourceInUseException>(
            () => DeleteAsync(client), $"Attempt to change a resource which is still in use: Table is being deleted: {Table}");
        await ShouldThrowAsync<ResourceInUseException>(() => CreateAsync(client), $"Table already exists: {Table}");

        _time.Now += Delay;
        await ShouldThrowAsync<ResourceNotFoundException>(async () => await DescribeAsync(client), $"Requested resource not found: Table: {Table} not found");
        await CreateAsync(client);
        await client.WhenPurgedAsync();
        client.CountItems().ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_that_a_close_interrupted_ends_by_itself(bool isDueAtOpen)
    {
        using (var client = Open())
        {
            await CreateAsync(client);
            _time.Now += Delay;
            await PutAsync(client, "a");
            await DeleteAsync(client);
        }

        if (isDueAtOpen)
        {
            _time.Now += Delay;
        }

        using var reopened = Open();
        while (!isDueAtOpen && _time.TimerCount == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        _time.Now += Delay;
        while ((await reopened.ListTablesAsync(new ListTablesRequest())).TableNames.Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await reopened.WhenPurgedAsync();
        reopened.CountItems().ShouldBe(0);
    }

    [Fact]
    public async Task The_throughput_from_before_is_shown_until_the_change_is_done()
    {
        using (var client = Open())
        {
            await client.CreateTableAsync(new CreateTableRequest
            {
                TableName = Table,
                ProvisionedThroughput = new(5, 5),
                AttributeDefinitions = [new("pk", AttributeType.String)],
                KeySchema = [new("pk", KeyType.PartitionKey)],
                GlobalSecondaryIndexes = [new("by-pk", [new("pk", KeyType.PartitionKey)], new(ProjectionType.All), new(5, 5))],
            });
            _time.Now += Delay;
            await client.UpdateTableAsync(new UpdateTableRequest
            {
                TableName = Table,
                ProvisionedThroughput = new(9, 4),
                GlobalSecondaryIndexUpdates = [new() { Update = new() { IndexName = "by-pk", ProvisionedThroughput = new(8, 3) } }],
            });
            (await DescribeThroughputAsync(client)).ShouldBe((5, 5, 5, 5, 0));
        }

        using var reopened = Open();
        (await DescribeThroughputAsync(reopened)).ShouldBe((5, 5, 5, 5, 0));
        _time.Now += Delay;
        (await DescribeThroughputAsync(reopened)).ShouldBe((9, 4, 8, 3, 1));
    }

    [Fact]
    public async Task An_index_waits_for_room_before_it_is_filled_and_read()
    {
        using var client = Open();
        await CreateAsync(client);
        _time.Now += Delay;
        await PutAsync(client, "a", "x");
        await CreateIndexAsync(client);

        var allocating = await DescribeAsync(client);
        allocating.TableStatus.ShouldBe(TableStatus.Updating);
        var index = allocating.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem();
        (index.IndexStatus, index.Backfilling, index.ItemCount).ShouldBe((IndexStatus.Creating, false, 0));
        await PutAsync(client, "b", "x");
        (await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0].ItemCount.ShouldBe(1);
        await ShouldThrowAsync<DynamoValidationException>(() => QueryAsync(client), "Cannot read from backfilling global secondary index: by-g");

        _time.Now += Delay;
        while ((await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexStatus != IndexStatus.Active)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        (await QueryAsync(client)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_index_that_is_being_removed_is_shown_until_then()
    {
        using var client = Open();
        await CreateAsync(client);
        _time.Now += Delay;
        await CreateIndexAsync(client);
        _time.Now += Delay;
        while ((await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexStatus != IndexStatus.Active)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "by-g" } }],
        });

        (await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem().IndexStatus.ShouldBe(IndexStatus.Deleting);
        await ShouldThrowAsync<DynamoValidationException>(() => QueryAsync(client), "The table does not have the specified index: by-g");
        _time.Now += Delay;
        while ((await DescribeAsync(client)).GlobalSecondaryIndexes is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((49 * 86_400) + 1)]
    public void A_delay_has_its_bounds(int seconds)
        => Should.Throw<ArgumentOutOfRangeException>(
            () => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { ControlPlaneDelay = TimeSpan.FromSeconds(seconds) }));

    private static async Task ShouldThrowAsync<TException>(Func<Task> call, string message)
        where TException : DynamoServiceException
        => (await Should.ThrowAsync<TException>(call)).Message.ShouldBe(message);

    private static async Task<CreateTableResponse> CreateAsync(EmbeddedDynamoClient client) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
    });

    private static async Task CreateIndexAsync(EmbeddedDynamoClient client) => await client.UpdateTableAsync(new UpdateTableRequest
    {
        TableName = Table,
        AttributeDefinitions = [new("g", AttributeType.String)],
        GlobalSecondaryIndexUpdates = [new()
        {
            Create = new() { IndexName = "by-g", KeySchema = [new("g", KeyType.PartitionKey)], Projection = new(ProjectionType.All) },
        }],
    });

    private static async Task<DeleteTableResponse> DeleteAsync(EmbeddedDynamoClient client)
        => await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });

    private static async Task<UpdateTableResponse> ProtectAsync(EmbeddedDynamoClient client, bool isProtected)
        => await client.UpdateTableAsync(new UpdateTableRequest { TableName = Table, DeletionProtectionEnabled = isProtected });

    private static async Task<(long Read, long Write, long IndexRead, long IndexWrite, long Decreases)> DescribeThroughputAsync(EmbeddedDynamoClient client)
    {
        var table = await DescribeAsync(client);
        var (own, index) = (table.ProvisionedThroughput, table.GlobalSecondaryIndexes.ShouldNotBeNull()[0].ProvisionedThroughput);
        return (own.ReadCapacityUnits, own.WriteCapacityUnits, index.ReadCapacityUnits, index.WriteCapacityUnits, own.NumberOfDecreasesToday);
    }

    private static async Task<TableDescription> DescribeAsync(EmbeddedDynamoClient client)
        => (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;

    private static async Task PutAsync(EmbeddedDynamoClient client, string key, string group = "none") => await client.PutItemAsync(new PutItemRequest
    {
        TableName = Table,
        Item = Item.Create(("pk", AttributeValue.FromString(key)), ("g", AttributeValue.FromString(group))),
    });

    private static async Task<QueryResponse> QueryAsync(EmbeddedDynamoClient client) => await client.QueryAsync(new QueryRequest
    {
        TableName = Table,
        IndexName = "by-g",
        KeyConditionExpression = "g = :g",
        ExpressionAttributeValues = Item.Create((":g", AttributeValue.FromString("x"))),
    });

    private EmbeddedDynamoClient Open() => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
    {
        DataDirectory = _directory.Path,
        Durability = Engine.Storage.Durability.Relaxed,
        TimeProvider = _time,
        ControlPlaneDelay = Delay,
    });
}

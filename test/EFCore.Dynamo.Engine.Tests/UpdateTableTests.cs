using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Operations.Tables;
using EFCore.Dynamo.Engine.Operations.UpdateTable;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>What of UpdateTable needs the clock, or other callers at the same time.</summary>
public sealed class UpdateTableTests : IDisposable
{
    private const string Table = "things";

    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    private static readonly GlobalSecondaryIndexUpdate ByGroup = new()
    {
        Create = new() { IndexName = "by-g", KeySchema = [new("g", KeyType.PartitionKey)], Projection = new(ProjectionType.KeysOnly) },
    };

    private readonly ManualTimeProvider _time = new();

    private EmbeddedDynamoClient? _client;

    public void Dispose() => _client?.Dispose();

    [Fact]
    public async Task Throughput_goes_down_four_times_a_day_then_once_an_hour()
    {
        var client = Open();
        await CreateAsync(client, new(100, 100));
        _time.Now = new DateTimeOffset(2026, 10, 12, 12, 0, 19, TimeSpan.Zero);
        for (var units = 99; units > 95; units--)
        {
            await UpdateAsync(client, new() { ProvisionedThroughput = new(units, 100) });
        }

        _time.Now += TimeSpan.FromMinutes(59);
        var exception = await Should.ThrowAsync<LimitExceededException>(() => UpdateAsync(client, new() { ProvisionedThroughput = new(95, 100) }));
        exception.Message.ShouldEndWith(
            "Number of decreases today: 4. Last decrease at Monday, October 12, 2026 at 12:00:19 PM Coordinated Universal Time. "
            + "Next decrease can be made at Monday, October 12, 2026 at 1:00:19 PM Coordinated Universal Time");
        _time.Now += TimeSpan.FromMinutes(1);
        await UpdateAsync(client, new() { ProvisionedThroughput = new(95, 100) });
        await Should.ThrowAsync<LimitExceededException>(() => UpdateAsync(client, new() { ProvisionedThroughput = new(94, 100) }));

        // A new UTC day begins with four.
        _time.Now += TimeSpan.FromHours(11);
        (await DescribeAsync(client)).ProvisionedThroughput.NumberOfDecreasesToday.ShouldBe(0);
        await UpdateAsync(client, new() { ProvisionedThroughput = new(94, 100) });
        await UpdateAsync(client, new() { ProvisionedThroughput = new(93, 100) });
        (await DescribeAsync(client)).ProvisionedThroughput.NumberOfDecreasesToday.ShouldBe(2);
    }

    [Fact]
    public async Task Billing_becomes_on_demand_four_times_in_a_day()
    {
        var client = Open();
        await CreateAsync(client, new(1, 1));
        for (var i = 0; i < 4; i++)
        {
            await UpdateAsync(client, new() { BillingMode = BillingMode.PayPerRequest });
            await UpdateAsync(client, new() { BillingMode = BillingMode.Provisioned, ProvisionedThroughput = new(1, 1) });
            _time.Now += TimeSpan.FromHours(1);
        }

        await Should.ThrowAsync<LimitExceededException>(() => UpdateAsync(client, new() { BillingMode = BillingMode.PayPerRequest }));
        _time.Now += TimeSpan.FromHours(20);
        await UpdateAsync(client, new() { BillingMode = BillingMode.PayPerRequest });
        (await DescribeAsync(client)).BillingModeSummary.ShouldBe(new BillingModeSummary(BillingMode.PayPerRequest, _time.Now));
    }

    [Fact]
    public async Task Encryption_changes_four_times_in_a_day_then_every_six_hours()
    {
        var client = Open();
        await CreateAsync(client);
        for (var i = 0; i < 4; i++)
        {
            await UpdateAsync(client, new() { SseSpecification = new(Enabled: i % 2 == 0) });
        }

        var exception = await Should.ThrowAsync<LimitExceededException>(() => UpdateAsync(client, new() { SseSpecification = new(Enabled: true) }));
        exception.Message.ShouldBe(
            "Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending at 2026-01-01T00:00:00.000Z. After the first 4 change, "
            + "each subsequent change in the same window can be performed at most once every 21600 seconds. Number of updates today: 4");
        _time.Now += TimeSpan.FromHours(6);
        await UpdateAsync(client, new() { SseSpecification = new(Enabled: true) });
    }

    [Fact]
    public async Task While_an_index_is_created_no_other_is_and_the_table_stays()
    {
        var client = Open(Delay);
        await CreateAsync(client);
        _time.Now += Delay;
        for (var i = 0; i < 20; i++)
        {
            await PutAsync(client, i, "x");
        }

        await UpdateAsync(client, CreateIndex(ByGroup));

        // Room is made for the index: the table is being updated.
        await ShouldBeInUseAsync(
            () => UpdateAsync(client, Delete("by-g")), $"Attempt to change a resource which is still in use: Table is being updated: {Table}");

        // It is being filled: it may be deleted, no other may be created, and the table not be deleted. Decided on a definition that the engine's own worker
        // does not see.
        var document = client.Context.FindDefinition(Table).ShouldNotBeNull().Document;
        var filling = client.Context.Catalog.CreateSchema(document with
        {
            Pending = null,
            Indexes = [.. document.Indexes.Select(static index => index with { Pending = null })],
        });
        var second = ByGroup with { Create = ByGroup.Create! with { IndexName = "by-g2" } };
        var (limited, _) = await DecideAsync(client, filling, new UpdateTableOperation(client.Context, CreateIndex(second)));
        limited.ShouldNotBeNull().ToException().ShouldBeOfType<LimitExceededException>().Message
            .ShouldBe("Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        var (inUse, _) = await DecideAsync(client, filling, new DeleteTableOperation(client.Context));
        inUse.ShouldNotBeNull().ToException().ShouldBeOfType<ResourceInUseException>().Message
            .ShouldBe($"Attempt to change a resource which is still in use: Index is being created.  Table: {Table} Index: by-g");
        var (error, changed) = await DecideAsync(client, filling, new UpdateTableOperation(client.Context, Delete("by-g")));
        error.ShouldBeNull();
        changed.ShouldNotBeNull().Indexes.ShouldBeEmpty();
        changed.RemovedIndexes.ShouldNotBeNull().ShouldHaveSingleItem().Name.ShouldBe("by-g");
    }

    [Fact]
    public async Task An_index_is_built_under_writers_that_do_not_wait()
    {
        var client = Open();
        await CreateAsync(client);
        for (var i = 0; i < 3000; i++)
        {
            await PutAsync(client, i, $"g{i % 9}");
        }

        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                var key = ((writer * 700) + (i * 13)) % 3000;
                if (i % 3 == 0)
                {
                    await client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromNumber(key))) });
                }
                else
                {
                    await PutAsync(client, key, $"g{i % 5}");
                }
            }
        })).ToArray();
        await UpdateAsync(client, CreateIndex(ByGroup));
        await Task.WhenAll(writers);
        while ((await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexStatus != IndexStatus.Active)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        var items = (await client.ScanAsync(new ScanRequest { TableName = Table })).Items;
        var entries = (await client.ScanAsync(new ScanRequest { TableName = Table, IndexName = "by-g" })).Items;
        entries.Select(static entry => entry.ToString()).Order(StringComparer.Ordinal).ShouldBe(
            items.Select(static item => item.ToString()).Order(StringComparer.Ordinal));
        var index = (await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0];
        index.ItemCount.ShouldBe(items.Count);
        index.IndexSizeBytes.ShouldBe(entries.Sum(static entry => (long)entry.SizeBytes));
    }

    /// <summary>In process nothing stands between a caller and lists with holes.</summary>
    [Fact]
    public async Task Elements_that_are_null_are_refused_with_their_path()
    {
        var client = Open();
        await CreateAsync(client);

        await ShouldBeInvalidAsync(
            () => UpdateAsync(client, new() { GlobalSecondaryIndexUpdates = [null!] }), // on purpose, as below
            "One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                + "GlobalSecondaryIndexUpdate.Delete must not be null");
        await ShouldBeInvalidAsync(
            () => UpdateAsync(client, new() { AttributeDefinitions = [null!], DeletionProtectionEnabled = true }),
            "1 validation error detected: Value null at 'attributeDefinitions.1.member.attributeName' failed to satisfy constraint: Member must not be null");
        await ShouldBeInvalidAsync(
            () => UpdateAsync(client, CreateIndex(ByGroup with { Create = ByGroup.Create! with { KeySchema = [null!], Projection = new(ProjectionType.Include, [null!]) } })),
            "2 validation errors detected: Value null at 'globalSecondaryIndexUpdates.1.member.create.keySchema.1.member.attributeName' failed to satisfy "
                + "constraint: Member must not be null; "
            + "Value null at 'globalSecondaryIndexUpdates.1.member.create.projection.nonKeyAttributes.1.member' failed to satisfy constraint: Member must "
            + "not be null");
        await ShouldBeInvalidAsync(
            async () => await client.CreateTableAsync(new CreateTableRequest
            {
                TableName = "others",
                AttributeDefinitions = [new("pk", AttributeType.Number)],
                KeySchema = [new("pk", KeyType.PartitionKey)],
                LocalSecondaryIndexes = [null!],
            }),
            "3 validation errors detected: Value null at 'localSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'localSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'localSecondaryIndexes.1.member.projection' failed to satisfy constraint: Member must not be null");
        await Should.ThrowAsync<DynamoValidationException>(
            async () => await client.GetItemAsync(new GetItemRequest { TableName = "arn:" + new string(':', 5000) }));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await client.UpdateTableAsync(new UpdateTableRequest { TableName = Table, DeletionProtectionEnabled = true }, cancelled.Token));
        (await DescribeAsync(client)).DeletionProtectionEnabled.ShouldBeFalse();
    }

    private static async Task ShouldBeInvalidAsync(Func<Task> call, string message)
        => (await Should.ThrowAsync<DynamoValidationException>(call)).Message.ShouldBe(message);

    private static async Task<(ServiceError? Error, TableDocument? Changed)> DecideAsync<TResponse>(
        EmbeddedDynamoClient client, TableSchema table, ITableChange<TResponse> change)
        where TResponse : class
        => await client.Context.Store.WriteAsync(
            new WriteOperation<(ServiceError?, TableDocument?)>(transaction =>
            {
                var error = change.Decide(table, transaction, out var changed);
                return (error, changed);
            }),
            CancellationToken.None);

    [Fact]
    public async Task A_build_that_finds_no_space_goes_on_when_there_is_some()
    {
        var client =
            _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = _time, InitialMapSizeBytes = 1 << 20, MaxMapSizeBytes = 5 << 19 });
        await CreateAsync(client);
        for (var i = 0; i < 600; i++)
        {
            await PutAsync(client, i, new string('x', 1500));
        }

        await UpdateAsync(client, CreateIndex(ByGroup));
        await Should.ThrowAsync<StorageFullException>(async () =>
        {
            for (var i = 600; i < 2000; i++)
            {
                await PutAsync(client, i, new string('x', 1500));
            }
        });
        (await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexStatus.ShouldBe(IndexStatus.Creating);

        for (var i = 0; i < 500; i++)
        {
            await client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromNumber(i))) });
        }

        GlobalSecondaryIndexDescription index;
        do
        {
            _time.Now += TimeSpan.FromSeconds(10);
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            index = (await DescribeAsync(client)).GlobalSecondaryIndexes.ShouldNotBeNull()[0];
        }
        while (index.IndexStatus != IndexStatus.Active);
        index.ItemCount.ShouldBe((await DescribeAsync(client)).ItemCount);
        index.ItemCount.ShouldBeGreaterThanOrEqualTo(100);
    }

    private static UpdateTableRequest CreateIndex(GlobalSecondaryIndexUpdate update)
        => new() { AttributeDefinitions = [new("g", AttributeType.String)], GlobalSecondaryIndexUpdates = [update] };

    private static UpdateTableRequest Delete(string index) => new() { GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = index } }] };

    private static async Task ShouldBeInUseAsync(Func<Task> call, string message)
        => (await Should.ThrowAsync<ResourceInUseException>(call)).Message.ShouldBe(message);

    private static async Task UpdateAsync(EmbeddedDynamoClient client, UpdateTableRequest request)
        => await client.UpdateTableAsync(request with { TableName = Table });

    private static async Task<TableDescription> DescribeAsync(EmbeddedDynamoClient client)
        => (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;

    private static async Task PutAsync(EmbeddedDynamoClient client, int key, string group) => await client.PutItemAsync(new PutItemRequest
    {
        TableName = Table,
        Item = Item.Create(("pk", AttributeValue.FromNumber(key)), ("g", AttributeValue.FromString(group))),
    });

    private static async Task CreateAsync(EmbeddedDynamoClient client, ProvisionedThroughput? throughput = null)
        => await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = throughput is null ? BillingMode.PayPerRequest : BillingMode.Provisioned,
            ProvisionedThroughput = throughput,
            AttributeDefinitions = [new("pk", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
        });

    private EmbeddedDynamoClient Open(TimeSpan delay = default)
        => _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = _time, ControlPlaneDelay = delay });
}

using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>Nulls where a caller in process can put them: answered as the service answers missing members, never by a crash.</summary>
public sealed class NullInputTests : IDisposable
{
    private readonly EmbeddedDynamoClient _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());

    public static TheoryData<CreateTableRequest> Tables()
    => [
        Valid with { AttributeDefinitions = null },
        Valid with { AttributeDefinitions = [null!] },
        Valid with { AttributeDefinitions = [new(null!, AttributeType.String)] },
        Valid with { KeySchema = null },
        Valid with { KeySchema = [null!] },
        Valid with { KeySchema = [new(null!, KeyType.PartitionKey)] },
        Valid with { GlobalSecondaryIndexes = [null!] },
        Valid with { GlobalSecondaryIndexes = [new(null!, null!, null!)] },
        Valid with { GlobalSecondaryIndexes = [new("idx", [null!], new(ProjectionType.All))] },
        Valid with { GlobalSecondaryIndexes = [new("idx", [new("pk", KeyType.PartitionKey)], new(ProjectionType.Include, [null!]))] },
        Valid with { LocalSecondaryIndexes = [null!] },
    ];

    private static CreateTableRequest Valid => new()
    {
        TableName = "nulls",
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
    };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_with_nulls_is_refused(CreateTableRequest request)
        => await Should.ThrowAsync<DynamoValidationException>(async () => await _client.CreateTableAsync(request));

    [Fact]
    public async Task Requests_with_nulls_are_refused()
    {
        await _client.CreateTableAsync(Valid);
        var calls = new Func<ValueTask>[]
        {
            async () => await _client.GetItemAsync(new GetItemRequest()),
            async () => await _client.PutItemAsync(new PutItemRequest()),
            async () => await _client.UpdateItemAsync(new UpdateItemRequest()),
            async () => await _client.DeleteItemAsync(new DeleteItemRequest()),
            async () => await _client.QueryAsync(new QueryRequest()),
            async () => await _client.ScanAsync(new ScanRequest()),
            async () => await _client.DescribeTableAsync(new DescribeTableRequest()),
            async () => await _client.DescribeStreamAsync(new DescribeStreamRequest()),
            async () => await _client.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = "x", ShardFilter = new(null, null) }),
            async () => await _client.GetShardIteratorAsync(new GetShardIteratorRequest()),
            async () => await _client.GetRecordsAsync(new GetRecordsRequest()),
            async () => await _client.DeleteTableAsync(new DeleteTableRequest()),
            async () => await _client.BatchGetItemAsync(new BatchGetItemRequest()),
            async () => await _client.BatchGetItemAsync(new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { ["nulls"] = null! },
            }),
            async () => await _client.BatchGetItemAsync(new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { ["nulls"] = new() },
            }),
            async () => await _client.BatchGetItemAsync(new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { ["nulls"] = new() { Keys = [default] } },
            }),
            async () => await _client.BatchWriteItemAsync(new BatchWriteItemRequest()),
            async () => await _client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal) { ["nulls"] = null! },
            }),
            async () => await _client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal) { ["nulls"] = [null!] },
            }),
            async () => await _client.TransactGetItemsAsync(new TransactGetItemsRequest()),
            async () => await _client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [null!] }),
            async () => await _client.TransactWriteItemsAsync(new TransactWriteItemsRequest()),
            async () => await _client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [null!] }),
            async () => await _client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new() }] }),
            async () => await _client.PutItemAsync(new PutItemRequest { TableName = "nulls", Item = default(Item) }),
        };

        foreach (var call in calls)
        {
            await Should.ThrowAsync<DynamoValidationException>(async () => await call());
        }
    }

    [Fact]
    public async Task Nulls_in_legacy_parameters_are_violated_constraints()
    {
        await _client.CreateTableAsync(Valid);
        var key = Item.Create(("pk", AttributeValue.FromString("a")));
        var conditions = new Dictionary<string, Condition>(StringComparer.Ordinal) { ["x"] = null! };
        var expected = new Dictionary<string, ExpectedAttributeValue>(StringComparer.Ordinal) { ["x"] = null! };
        var updates = new Dictionary<string, AttributeValueUpdate>(StringComparer.Ordinal) { ["x"] = null! };
        var calls = new (Func<ValueTask> Call, string Path)[]
        {
            (
                async () => await _client.GetItemAsync(new GetItemRequest { TableName = "nulls", Key = key, AttributesToGet = ["a", null!] }),
                "attributesToGet.2.member"),
            (async () => await _client.PutItemAsync(new PutItemRequest { TableName = "nulls", Item = key, Expected = expected }), "expected.x.member"),
            (async () => await _client.DeleteItemAsync(new DeleteItemRequest { TableName = "nulls", Key = key, Expected = expected }), "expected.x.member"),
            (
                async () => await _client.UpdateItemAsync(new UpdateItemRequest { TableName = "nulls", Key = key, AttributeUpdates = updates }),
                "attributeUpdates.x.member"),
            (async () => await _client.QueryAsync(new QueryRequest { TableName = "nulls", KeyConditions = conditions }), "keyConditions.x.member"),
            (async () => await _client.ScanAsync(new ScanRequest { TableName = "nulls", ScanFilter = conditions }), "scanFilter.x.member"),
        };

        foreach (var (call, path) in calls)
        {
            (await Should.ThrowAsync<DynamoValidationException>(async () => await call())).Message
                .ShouldBe($"1 validation error detected: Value null at '{path}' failed to satisfy constraint: Member must not be null");
        }
    }

    [Fact]
    public async Task Transactions_take_no_legacy_parameters()
    {
        await _client.CreateTableAsync(Valid);
        var key = Item.Create(("pk", AttributeValue.FromString("a")));
        var expected = new Dictionary<string, ExpectedAttributeValue>(StringComparer.Ordinal) { ["pk"] = new() { Exists = false } };
        var updates = new Dictionary<string, AttributeValueUpdate>(StringComparer.Ordinal) { ["x"] = new() { Action = AttributeAction.Delete } };
        var parts = new (TransactWriteItem Part, string Parameter)[]
        {
            (new() { Put = new() { TableName = "nulls", Item = key, Expected = expected } }, "Expected"),
            (new() { Delete = new() { TableName = "nulls", Key = key, ConditionalOperator = ConditionalOperator.And } }, "ConditionalOperator"),
            (new() { Update = new() { TableName = "nulls", Key = key, UpdateExpression = "REMOVE x", AttributeUpdates = updates } }, "AttributeUpdates"),
        };

        foreach (var (part, parameter) in parts)
        {
            (await Should.ThrowAsync<DynamoValidationException>(
                async () => await _client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [part] }))).Message
                .ShouldBe($"{parameter} cannot be used in TransactWriteItems: its elements take expressions only");
        }
    }
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Tests.Harness;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Server;
using static EFCore.Dynamo.Aws.Tests.Harness.ItemRequests;

namespace EFCore.Dynamo.Aws.Tests.Sdk;

/// <summary>
///     The SDK in process answers what the SDK's own client answers over HTTP: the same objects, absent and empty members included, and the same exceptions.
/// </summary>
public sealed class SameAnswersTests : IAsyncLifetime
{
    // What differs between two databases, two transports or two moments.
    private static readonly string[] Ignored =
    [
        "ResponseMetadata", "ContentLength", "TableId", "CreationDateTime", "LastUpdateToPayPerRequestDateTime", "LastIncreaseDateTime", "LastUpdateDateTime",
        "LatestStreamArn", "LatestStreamLabel", "RevisionId", "Address", "NextToken",
    ];

    private const string ItemsArn = "arn:aws:dynamodb:local:000000000000:table/items";

    // A constant would be refused by the SDK's analyzer.
    private static readonly int NoItems = Array.Empty<int>().Length;

    private readonly EmbeddedDynamoClient _engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
    private readonly EmbeddedAmazonDynamoDB _inProcess = new(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));

    private DynamoServer? _server;
    private AmazonDynamoDBClient? _overHttp;

    public async Task InitializeAsync()
    {
        _server = await DynamoServer.StartAsync(_engine, new DynamoServerOptions { Port = 0 });
        _overHttp = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = _server.Endpoint.ToString(), AuthenticationRegion = "local", MaxErrorRetry = 0 });
    }

    public async Task DisposeAsync()
    {
        _overHttp?.Dispose();
        _inProcess.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _engine.Dispose();
    }

    [Fact]
    public async Task Tables()
        => await CompareAsync(
            sdk => sdk.ListTablesAsync(),
            sdk => sdk.CreateTableAsync(
                "simple", [new KeySchemaElement("pk", KeyType.HASH)], [new AttributeDefinition("pk", ScalarAttributeType.S)], new ProvisionedThroughput(1, 2)),
            CreateItemsTableAsync,
            sdk => sdk.DescribeTableAsync("items"),
            sdk => sdk.DescribeTableAsync("none"),
            sdk => sdk.DescribeTableAsync("x"),
            sdk => sdk.CreateTableAsync(new CreateTableRequest("simple", [new KeySchemaElement("pk", KeyType.HASH)])),
            sdk => sdk.CreateTableAsync(new CreateTableRequest { TableName = "odd", BillingMode = new BillingMode("FREE") }),
            sdk => sdk.CreateTableAsync(new CreateTableRequest
            {
                TableName = "odd",
                AttributeDefinitions = [new AttributeDefinition { AttributeName = "pk" }],
            }),
            sdk => sdk.ListTablesAsync(new ListTablesRequest { Limit = 1 }),
            sdk => sdk.ListTablesAsync("simple"),
            sdk => sdk.DeleteTableAsync("simple"),
            sdk => sdk.DeleteTableAsync("simple"));

    [Fact]
    public async Task Items()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.PutItemAsync("items", EveryType("a", 1)),
            sdk => sdk.PutItemAsync("items", EveryType("a", 1), ReturnValue.ALL_OLD),
            sdk => sdk.GetItemAsync("items", Key("a", 1)),
            sdk => sdk.GetItemAsync("items", Key("a", 1), consistentRead: true),
            sdk => sdk.GetItemAsync("items", Key("none", 1)),
            sdk => sdk.GetItemAsync(new GetItemRequest("items", Key("a", 1)) { ProjectionExpression = "nothing" }),
            sdk => sdk.GetItemAsync(new GetItemRequest("items", Key("a", 1)) { ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES }),
            sdk => sdk.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = "items",
                Key = Key("a", 1),
                UpdateExpression = "SET #s = :s REMOVE n",
                ExpressionAttributeNames = new() { ["#s"] = "s" },
                ExpressionAttributeValues = new() { [":s"] = new AttributeValue("changed") },
                ReturnValues = ReturnValue.UPDATED_NEW,
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE,
            }),
            sdk => sdk.DeleteItemAsync(new DeleteItemRequest
            {
                TableName = "items",
                Key = Key("a", 1),
                ConditionExpression = "attribute_not_exists(pk)",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            }),
            sdk => sdk.DeleteItemAsync(new DeleteItemRequest { TableName = "items", Key = Key("a", 1), ConditionExpression = "attribute_not_exists(pk)" }),
            sdk => sdk.DeleteItemAsync("items", Key("a", 1), ReturnValue.ALL_OLD),
            sdk => sdk.DeleteItemAsync("items", Key("a", 1), ReturnValue.ALL_OLD),
            sdk => sdk.PutItemAsync("items", []),
            sdk => sdk.PutItemAsync(new PutItemRequest { TableName = "items" }),
            sdk => sdk.PutItemAsync("none", EveryType("a", 1)));

    [Fact]
    public async Task Values_that_are_none()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => PutAsync(sdk, new AttributeValue()),
            sdk => PutAsync(sdk, new AttributeValue { S = "a", N = "1" }),
            sdk => PutAsync(sdk, new AttributeValue { NULL = false }),
            sdk => PutAsync(sdk, new AttributeValue { N = "many" }),
            sdk => PutAsync(sdk, new AttributeValue { N = "1E200" }),
            sdk => PutAsync(sdk, new AttributeValue { SS = [] }),
            sdk => PutAsync(sdk, new AttributeValue { SS = ["a", "a"] }),
            sdk => PutAsync(sdk, new AttributeValue { NS = ["1", "1.0"] }),
            sdk => PutAsync(sdk, new AttributeValue { N = "" }),
            sdk => PutAsync(sdk, new AttributeValue { N = "1e2147483647" }),
            sdk => PutAsync(sdk, new AttributeValue { BS = [new MemoryStream([0]), new MemoryStream([255]), new MemoryStream([0])] }),
            sdk => PutAsync(sdk, Nested(40)),
            sdk => PutAsync(sdk, Nested(70)),
            sdk => sdk.PutItemAsync(new PutItemRequest("items", new() { ["pk"] = Nested(70) }) { ReturnValues = new ReturnValue("SOME") }),
            sdk => sdk.DeleteItemAsync(new DeleteItemRequest("items", new() { ["pk"] = Nested(70) }) { ReturnValues = ReturnValue.ALL_NEW }),
            sdk => sdk.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
            {
                ["items"] = [new(new PutRequest(new() { ["pk"] = new() { SS = ["b", "a", "b"] } }))],
            }),
            sdk => PutAsync(sdk, new AttributeValue { L = [new AttributeValue()] }),
            sdk => PutAsync(sdk, new AttributeValue { M = [] }),
            sdk => PutAsync(sdk, new AttributeValue { L = [] }),
            sdk => PutAsync(sdk, new AttributeValue { B = new MemoryStream() }),
            sdk => sdk.GetItemAsync("items", Key("v", 1)),
            sdk => sdk.PutItemAsync(new PutItemRequest("items", EveryType("v", 2)) { ReturnValues = new ReturnValue("SOME") }),
            sdk => sdk.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = "items",
                Key = Key("v", 1),
                UpdateExpression = "SET a = :a",
                ExpressionAttributeValues = new() { [":a"] = new AttributeValue { N = "x" } },
            }));

    [Fact]
    public async Task Values_that_are_none_among_other_mistakes()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.PutItemAsync(new PutItemRequest { Item = Bad("pk") }),
            sdk => sdk.PutItemAsync(new PutItemRequest { TableName = "none", Item = Bad("pk") }),
            sdk => sdk.PutItemAsync(new PutItemRequest { TableName = "items", Item = Bad("pk"), ReturnValues = new ReturnValue("SOME") }),
            sdk => sdk.PutItemAsync(new PutItemRequest { TableName = "items", Item = Bad("pk"), ConditionExpression = "#" }),
            sdk => sdk.GetItemAsync(new GetItemRequest { TableName = "items", Key = Bad("pk"), ProjectionExpression = "#x" }),
            sdk => sdk.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = "items",
                Key = Bad("pk"),
                UpdateExpression = "SET a = :a",
                ExpressionAttributeValues = Bad(":a"),
            }),
            sdk => sdk.DeleteItemAsync(new DeleteItemRequest { TableName = "items", Key = Bad("pk"), ReturnValues = ReturnValue.ALL_NEW }),
            sdk => sdk.QueryAsync(Query("pk = :pk", request => request.ExclusiveStartKey = Bad("pk"))),
            sdk => sdk.QueryAsync(new QueryRequest("items")
            {
                KeyConditionExpression = "pk = :pk",
                ExpressionAttributeValues = Bad(":pk"),
                Select = new Select("NOTHING"),
            }),
            sdk => sdk.ScanAsync(new ScanRequest("items") { ExclusiveStartKey = Bad("pk") }),
            sdk => sdk.ScanAsync(new ScanRequest("items")
            {
                ScanFilter = new() { ["n"] = new Condition { ComparisonOperator = ComparisonOperator.EQ, AttributeValueList = [new()] } },
            }),
            sdk => sdk.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = "items",
                Key = Key("v", 1),
                AttributeUpdates = new() { ["n"] = new AttributeValueUpdate(new AttributeValue(), AttributeAction.PUT) },
            }),
            sdk => sdk.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { ["items"] = new() { Keys = [Key("v", 1), Bad("pk")] } }),
            sdk => sdk.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
            {
                ["items"] = [new(new DeleteRequest(Bad("pk"))), new(new PutRequest())],
            }),
            sdk => sdk.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [new() { Get = new Get { TableName = "items", Key = Bad("pk") } }],
            }),
            sdk => sdk.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems = [new() { Put = new Put { TableName = "items", Item = Bad("pk") } }, new() { Delete = new Delete { TableName = "items" } }],
            }),
            sdk => sdk.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems = [new()
                {
                    ConditionCheck = new ConditionCheck
                    {
                        TableName = "items",
                        Key = Key("v", 1),
                        ConditionExpression = "pk = :v",
                        ExpressionAttributeValues = Bad(":v"),
                    },
                }],
            }),
            sdk => sdk.ExecuteStatementAsync(new ExecuteStatementRequest
            {
                Statement = "SELECT * FROM items WHERE pk = ?",
                Parameters = [new AttributeValue()],
            }));

    [Theory]
    [InlineData("1e99999999999", false)]
    [InlineData("1e2147483647", false)]
    [InlineData("", false)]
    [InlineData("many", true)]
    public async Task Parameters_of_statements_that_are_no_values(string number, bool isAfterDeep)
    {
        var deep = new AttributeValue { NULL = true };
        for (var level = 0; level < 70; level++)
        {
            deep = new AttributeValue { L = [deep] };
        }

        var bad = new AttributeValue { N = number };
        List<AttributeValue> parameters = isAfterDeep ? [new AttributeValue { L = [deep, bad] }] : [new AttributeValue { L = [bad, deep] }];
        const string select = "SELECT * FROM items WHERE pk = 'v' AND sk = 1 AND n = ?";

        await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = select, Parameters = parameters }),
            sdk => sdk.ExecuteTransactionAsync(new ExecuteTransactionRequest
            {
                TransactStatements = [new ParameterizedStatement { Statement = select, Parameters = parameters }],
            }),
            sdk => sdk.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
            {
                Statements =
                [
                    new BatchStatementRequest { Statement = select, Parameters = parameters },
                    new BatchStatementRequest { Statement = select, Parameters = [new AttributeValue { N = "1" }] },
                ],
            }));
    }

    [Fact]
    public async Task Pages()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
            {
                ["items"] = [.. Enumerable.Range(1, 20).Select(n => new WriteRequest(new PutRequest(EveryType("p", n))))],
            }),
            sdk => sdk.QueryAsync(Query("pk = :pk")),
            sdk => sdk.QueryAsync(Query("pk = :pk", request => request.Limit = 3)),
            sdk => sdk.QueryAsync(Query("pk = :pk", request => request.Select = Select.COUNT)),
            sdk => sdk.QueryAsync(Query("pk = :pk", request => request.FilterExpression = "attribute_not_exists(pk)")),
            sdk => sdk.QueryAsync(Query(
                "pk = :pk", request => (request.IndexName, request.ReturnConsumedCapacity) = ("by-text", ReturnConsumedCapacity.INDEXES))),
            sdk => sdk.QueryAsync(Query("pk > :pk")),
            sdk => sdk.QueryAsync(Query("pk = :pk", request => request.ProjectionExpression = "nothing")),
            sdk => sdk.ScanAsync(new ScanRequest("items") { TotalSegments = 2, Segment = 0 }),
            sdk => sdk.ScanAsync(new ScanRequest("items") { Select = Select.COUNT }),
            sdk => sdk.ScanAsync(new ScanRequest("items") { Limit = NoItems }),
            sdk => sdk.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { ["items"] = new() { Keys = [Key("p", 1), Key("p", 99)] } }),
            sdk => sdk.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { ["items"] = new() { Keys = [Key("p", 99)] } }),
            sdk => sdk.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
            {
                ["items"] = new() { Keys = [Key("p", 1)], ProjectionExpression = "nothing" },
            }),
            sdk => sdk.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = [] }),
            sdk => sdk.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["items"] = [new WriteRequest(new PutRequest())] }),
            sdk => sdk.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["none"] = [new WriteRequest(new DeleteRequest(Key("p", 1)))] }));

    [Fact]
    public async Task Transactions()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new TransactWriteItem { Put = new Put { TableName = "items", Item = EveryType("t", 1) } },
                    new TransactWriteItem
                    {
                        Update = new Update
                        {
                            TableName = "items",
                            Key = Key("t", 2),
                            UpdateExpression = "ADD n :n",
                            ExpressionAttributeValues = new() { [":n"] = new AttributeValue { N = "5" } },
                        },
                    },
                ],
                ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
                ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE,
            }),
            sdk => sdk.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new TransactWriteItem { Delete = new Delete { TableName = "items", Key = Key("t", 1) } },
                    new TransactWriteItem
                    {
                        ConditionCheck = new ConditionCheck
                        {
                            TableName = "items",
                            Key = Key("t", 2),
                            ConditionExpression = "attribute_not_exists(pk)",
                            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                        },
                    },
                ],
            }),
            sdk => sdk.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [Get("t", 1), Get("t", 9), Get("t", 2)],
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            }),
            sdk => sdk.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [Get("t", 1, "nothing"), Get("t", 1, "n")] }),
            sdk => sdk.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [new TransactGetItem()] }),
            sdk => sdk.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [] }),
            sdk => sdk.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new TransactWriteItem()] }));

    [Fact]
    public async Task Legacy_parameters()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.PutItemAsync("items", EveryType("a", 1)),
            sdk => sdk.UpdateItemAsync(
                "items", Key("a", 1), new() { ["n"] = new AttributeValueUpdate(new AttributeValue { N = "2" }, AttributeAction.ADD) }, ReturnValue.UPDATED_NEW),
            sdk => sdk.UpdateItemAsync("items", Key("a", 1), new() { ["n"] = new AttributeValueUpdate { Action = new AttributeAction("SWAP") } }),
            sdk => sdk.GetItemAsync(new GetItemRequest("items", Key("a", 1)) { AttributesToGet = ["n", "s"] }),
            sdk => sdk.GetItemAsync(new GetItemRequest("items", Key("a", 1)) { AttributesToGet = ["n"], ProjectionExpression = "n" }),
            sdk => sdk.PutItemAsync(new PutItemRequest("items", EveryType("a", 1))
            {
                Expected = new() { ["s"] = new ExpectedAttributeValue { Exists = false } },
            }),
            sdk => sdk.QueryAsync(new QueryRequest("items")
            {
                KeyConditions = new() { ["pk"] = new Condition { ComparisonOperator = ComparisonOperator.EQ, AttributeValueList = [new("a")] } },
                QueryFilter = new() { ["n"] = new Condition { ComparisonOperator = ComparisonOperator.NOT_NULL } },
            }),
            sdk => sdk.ScanAsync(
                "items",
                new Dictionary<string, Condition> { ["n"] = new() { ComparisonOperator = new ComparisonOperator("LIKE"), AttributeValueList = [new("a")] } }),
            sdk => sdk.ScanAsync("items", ["pk"]));

    [Fact]
    public async Task Statements()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.ExecuteStatementAsync(new ExecuteStatementRequest
            {
                Statement = "INSERT INTO items VALUE {'pk': 'a', 'sk': ?}",
                Parameters = [new AttributeValue { N = "1" }],
            }),
            sdk => sdk.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "INSERT INTO items VALUE {'pk': 'a', 'sk': 1}" }),
            sdk => sdk.ExecuteStatementAsync(new ExecuteStatementRequest
            {
                Statement = "SELECT * FROM items WHERE pk = 'a'",
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            }),
            sdk => sdk.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "SELEKT" }),
            sdk => sdk.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
            {
                Statements = [new() { Statement = "SELECT * FROM items WHERE pk = 'a' AND sk = 1" }, new() { Statement = "SELECT * FROM none WHERE pk = 'a'" }],
            }),
            sdk => sdk.ExecuteTransactionAsync(new ExecuteTransactionRequest
            {
                TransactStatements = [new() { Statement = "UPDATE items SET n = 1 WHERE pk = 'a' AND sk = 1" }],
            }),
            sdk => sdk.ExecuteTransactionAsync(new ExecuteTransactionRequest
            {
                TransactStatements = [new() { Statement = "DELETE FROM items WHERE pk = 'a' AND sk = 1 AND n = 2" }],
            }));

    [Fact]
    public async Task Settings_of_tables()
        => await CompareAsync(
            CreateItemsTableAsync,
            sdk => sdk.UpdateTableAsync(new UpdateTableRequest
            {
                TableName = "items",
                StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_IMAGE },
            }),
            sdk => sdk.UpdateTableAsync(new UpdateTableRequest
            {
                TableName = "items",
                DeletionProtectionEnabled = true,
                TableClass = TableClass.STANDARD_INFREQUENT_ACCESS,
            }),
            sdk => sdk.UpdateTableAsync(new UpdateTableRequest { TableName = "items" }),
            sdk => sdk.DeleteTableAsync("items"),
            sdk => sdk.DescribeTimeToLiveAsync("items"),
            sdk => sdk.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
            {
                TableName = "items",
                TimeToLiveSpecification = new() { Enabled = true, AttributeName = "expires" },
            }),
            sdk => sdk.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
            {
                TableName = "items",
                TimeToLiveSpecification = new() { AttributeName = "expires" },
            }),
            sdk => sdk.DescribeTimeToLiveAsync("items"),
            sdk => sdk.TagResourceAsync(new TagResourceRequest { ResourceArn = ItemsArn, Tags = [new() { Key = "team", Value = "x" }] }),
            sdk => sdk.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = ItemsArn }),
            sdk => sdk.UntagResourceAsync(new UntagResourceRequest { ResourceArn = ItemsArn, TagKeys = ["team"] }),
            sdk => sdk.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = ItemsArn }),
            sdk => sdk.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = ItemsArn }),
            sdk => sdk.PutResourcePolicyAsync(new PutResourcePolicyRequest { ResourceArn = ItemsArn, Policy = """{"Version":"2012-10-17","Statement":[]}""" }),
            sdk => sdk.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = ItemsArn }),
            sdk => sdk.DeleteResourcePolicyAsync(new DeleteResourcePolicyRequest { ResourceArn = ItemsArn }),
            sdk => sdk.DescribeLimitsAsync(new DescribeLimitsRequest()),
            sdk => sdk.DescribeEndpointsAsync(new DescribeEndpointsRequest()));

    [Fact]
    public async Task Operations_that_are_not_there()
        => await CompareAsync(
            sdk => sdk.CreateBackupAsync(new CreateBackupRequest { TableName = "items", BackupName = "backup" }),
            sdk => sdk.ListGlobalTablesAsync(new ListGlobalTablesRequest()),
            sdk => sdk.SearchVectorsAsync(new SearchVectorsRequest()),
            sdk => sdk.StartBulkPutItemsAsync(new StartBulkPutItemsRequest
            {
                TableName = "items",
                InputS3Configuration = new(),
                OutputS3Configuration = new(),
            }));

    [Fact]
    public async Task An_operation_that_is_not_there_names_the_way_out()
        => (await Should.ThrowAsync<AmazonDynamoDBException>(
            () => _inProcess.CreateBackupAsync(new CreateBackupRequest { TableName = "items", BackupName = "backup" }))).Message
            .ShouldBe("CreateBackup is not supported by this server yet: to keep a copy of the tables, copy the data directory while nothing has it open.");

    private async Task CompareAsync(params Func<IAmazonDynamoDB, Task>[] calls)
    {
        for (var i = 0; i < calls.Length; i++)
        {
            var overHttp = await DescribeAsync(() => calls[i](_overHttp!)); // set at the start of the test
            var inProcess = await DescribeAsync(() => calls[i](_inProcess));
            inProcess.ShouldBe(overHttp, $"call {i + 1}");
        }
    }

    private static async Task<string> DescribeAsync(Func<Task> call)
    {
        try
        {
            var task = call();
            await task;
            object response = ((dynamic)task).Result; // each call returns a response
            response.ShouldBeAssignableTo<AmazonWebServiceResponse>()!.ResponseMetadata.RequestId.Length.ShouldBe(52); // asserted to be a response
            return $"{ObjectText.Of(response, Ignored)}\n{SetMembers.Of(response, Ignored)}";
        }
        catch (AmazonServiceException exception)
        {
            exception.RequestId.ShouldNotBeNullOrEmpty();
            return ObjectText.Of((
                exception.GetType().FullName,
                exception.Message,
                exception.ErrorCode,
                exception.ErrorType,
                exception.StatusCode,
                exception.Retryable?.Throttling,
                ((exception as ConditionalCheckFailedException)?.Item, (exception as TransactionCanceledException)?.CancellationReasons)))
                + SetMembers.Of(exception, "Data", "InnerException", "TargetSite");
        }
    }
}

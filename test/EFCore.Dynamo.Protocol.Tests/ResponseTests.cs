using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Tests;

public sealed class ResponseTests
{
    private static readonly Item Sample = Item.Create(("a", AttributeValue.FromString("x")));

    [Fact]
    public void A_table_is_written_with_its_times_in_seconds()
    {
        var table = new TableDescription
        {
            TableName = "t",
            AttributeDefinitions = [new("a", AttributeType.String)],
            KeySchema = [new("a", KeyType.PartitionKey)],
            TableStatus = TableStatus.Active,
            CreationDateTime = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_125),
            ItemCount = 2,
            TableSizeBytes = 30,
            TableArn = "arn",
            TableId = "id",
            BillingModeSummary = new BillingModeSummary(BillingMode.PayPerRequest, DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_125)),
            ProvisionedThroughput = new ProvisionedThroughputDescription(0, 0),
            GlobalSecondaryIndexes =
                [new(
                    "g",
                    [new("a", KeyType.PartitionKey)],
                    new Projection(ProjectionType.Include, ["x"]),
                    IndexStatus.Active,
                    new ProvisionedThroughputDescription(0, 0),
                    1,
                    2,
                    "garn")],
        };

        Wire.Write(writer => DescribeTableProtocol.Write(writer, new DescribeTableRequest(), new DescribeTableResponse(table))).ShouldBe(
            """
            {"Table":{"AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],"TableName":"t","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
            "TableStatus":"ACTIVE","CreationDateTime":1700000000.125,"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0},
            "TableSizeBytes":30,"ItemCount":2,"TableArn":"arn","TableId":"id",
            "BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST","LastUpdateToPayPerRequestDateTime":1700000000.125},
            "GlobalSecondaryIndexes":[{"IndexName":"g","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]},
            "IndexStatus":"ACTIVE","ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0},"IndexSizeBytes":1,"ItemCount":2,"IndexArn":"garn"}],
            "DeletionProtectionEnabled":false}}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public void A_table_is_written_with_all_its_settings()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var table = new TableDescription
        {
            TableName = "t",
            AttributeDefinitions = [],
            KeySchema = [],
            TableStatus = TableStatus.Updating,
            CreationDateTime = default,
            ItemCount = 0,
            TableSizeBytes = 0,
            TableArn = "arn",
            TableId = "id",
            ProvisionedThroughput = new ProvisionedThroughputDescription(1, 2, 3, time, time),
            GlobalSecondaryIndexes =
            [
                new(
                    "g",
                    [new("a", KeyType.PartitionKey)],
                    new Projection(ProjectionType.All),
                    IndexStatus.Creating,
                    new ProvisionedThroughputDescription(0, 0),
                    0,
                    0,
                    "garn")
                {
                    Backfilling = true,
                    OnDemandThroughput = new(4),
                    WarmThroughput = new(5, 6, IndexStatus.Creating),
                },
            ],
            SseDescription = new SseDescription(SseStatus.Updating, SseType.Kms, "key"),
            TableClassSummary = new TableClassSummary(TableClass.StandardInfrequentAccess, time),
            DeletionProtectionEnabled = true,
            OnDemandThroughput = new OnDemandThroughput(7, 8),
            WarmThroughput = new TableWarmThroughputDescription(9, 10, TableStatus.Active),
        };

        Wire.Write(writer => UpdateTableProtocol.Write(writer, new UpdateTableRequest(), new UpdateTableResponse(table))).ShouldBe(
            """
            {"TableDescription":{"TableName":"t","TableStatus":"UPDATING",
            "ProvisionedThroughput":{"LastIncreaseDateTime":1700000000,"LastDecreaseDateTime":1700000000,"NumberOfDecreasesToday":3,"ReadCapacityUnits":1,"WriteCapacityUnits":2},
            "TableSizeBytes":0,"ItemCount":0,"TableArn":"arn","TableId":"id",
            "GlobalSecondaryIndexes":[{"IndexName":"g","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},
            "IndexStatus":"CREATING","Backfilling":true,"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0},"IndexSizeBytes":0,"ItemCount":0,"IndexArn":"garn",
            "OnDemandThroughput":{"MaxReadRequestUnits":4},"WarmThroughput":{"ReadUnitsPerSecond":5,"Status":"CREATING","WriteUnitsPerSecond":6}}],
            "SSEDescription":{"KMSMasterKeyArn":"key","SSEType":"KMS","Status":"UPDATING"},
            "TableClassSummary":{"TableClass":"STANDARD_INFREQUENT_ACCESS","LastUpdateDateTime":1700000000},"DeletionProtectionEnabled":true,
            "OnDemandThroughput":{"MaxReadRequestUnits":7,"MaxWriteRequestUnits":8},"WarmThroughput":{"ReadUnitsPerSecond":9,"Status":"ACTIVE","WriteUnitsPerSecond":10}}}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public void Capacity_always_has_a_fraction()
        => Wire.Write(writer => GetItemProtocol.Write(writer, new GetItemRequest(), new GetItemResponse
        {
            ConsumedCapacity = new ConsumedCapacity
            {
                TableName = "t",
                CapacityUnits = 1,
                ReadCapacityUnits = 0.5,
                Table = new Capacity(100_000),
                GlobalSecondaryIndexes = new Dictionary<string, Capacity> { ["g"] = new(1.5, 0, 2) },
            },
        })).ShouldBe(
            """{"ConsumedCapacity":{"TableName":"t","CapacityUnits":1.0,"ReadCapacityUnits":0.5,"Table":{"CapacityUnits":100000.0},"GlobalSecondaryIndexes":{"g":{"CapacityUnits":1.5,"ReadCapacityUnits":0.0,"WriteCapacityUnits":2.0}}}}""");

    [Fact]
    public void A_count_has_no_items()
    {
        var response = new QueryResponse { Items = [], Count = 3, ScannedCount = 4, LastEvaluatedKey = Sample };

        Wire.Write(writer => QueryProtocol.Write(writer, new QueryRequest { Select = Select.Count }, response))
            .ShouldBe("""{"Count":3,"ScannedCount":4,"LastEvaluatedKey":{"a":{"S":"x"}}}""");
        Wire.Write(writer => QueryProtocol.Write(writer, new QueryRequest(), response with { LastEvaluatedKey = null }))
            .ShouldBe("""{"Items":[],"Count":3,"ScannedCount":4}""");
    }

    [Fact]
    public void A_batch_is_written_with_what_it_left_undone()
    {
        var gets = new BatchGetItemResponse
        {
            Responses = new Dictionary<string, IReadOnlyList<Item>> { ["t"] = [Sample] },
            UnprocessedKeys = new Dictionary<string, KeysAndAttributes>
            {
                ["u"] = new()
                {
                    Keys = [Sample],
                    ConsistentRead = true,
                    ProjectionExpression = "#a",
                    ExpressionAttributeNames = new Dictionary<string, string> { ["#a"] = "a" },
                },
            },
        };
        var writes = new BatchWriteItemResponse
        {
            UnprocessedItems = new Dictionary<string, IReadOnlyList<WriteRequest>> { ["t"] = [new() { PutItem = Sample }, new() { DeleteKey = Sample }] },
        };

        Wire.Write(writer => BatchGetItemProtocol.Write(writer, new BatchGetItemRequest(), gets)).ShouldBe(
            """{"Responses":{"t":[{"a":{"S":"x"}}]},"UnprocessedKeys":{"u":{"Keys":[{"a":{"S":"x"}}],"ConsistentRead":true,"ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":"a"}}}}""");
        Wire.Write(writer => BatchWriteItemProtocol.Write(writer, new BatchWriteItemRequest(), writes)).ShouldBe(
            """{"UnprocessedItems":{"t":[{"PutRequest":{"Item":{"a":{"S":"x"}}}},{"DeleteRequest":{"Key":{"a":{"S":"x"}}}}]}}""");
    }

    [Fact]
    public void A_transactions_reads_keep_their_places()
        => Wire.Write(
            writer => TransactGetItemsProtocol.Write(
                writer, new TransactGetItemsRequest(), new TransactGetItemsResponse { Responses = [Sample, null, Item.Empty] }))
            .ShouldBe("""{"Responses":[{"Item":{"a":{"S":"x"}}},{},{"Item":{}}]}""");

    [Fact]
    public void Item_collections_are_written_with_their_range()
        => Wire.Write(
            writer => PutItemProtocol.Write(
                writer, new PutItemRequest(), new PutItemResponse { Attributes = Sample, ItemCollectionMetrics = new(Sample, (0, 1)) }))
            .ShouldBe("""{"Attributes":{"a":{"S":"x"}},"ItemCollectionMetrics":{"ItemCollectionKey":{"a":{"S":"x"}},"SizeEstimateRangeGB":[0.0,1.0]}}""");

    [Fact]
    public void Errors_carry_the_name_space_they_come_from()
    {
        WriteError(new ResourceNotFoundException("Requested resource not found"))
            .ShouldBe("""{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found"}""");
        WriteError(new DynamoValidationException("no")).ShouldBe("""{"__type":"com.amazon.coral.validate#ValidationException","message":"no"}""");
        WriteError(ProtocolException.Serialization("x")).ShouldBe("""{"__type":"com.amazon.coral.service#SerializationException","Message":"x"}""");
        WriteError(ProtocolException.NotJson()).ShouldBe("""{"__type":"com.amazon.coral.service#SerializationException"}""");
        WriteError(ProtocolException.UnknownOperation()).ShouldBe("""{"__type":"com.amazon.coral.service#UnknownOperationException"}""");
        WriteError(new InternalServerErrorException("oops")).ShouldBe("""{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"oops"}""");
    }

    [Fact]
    public void Errors_of_conditions_carry_the_item()
    {
        WriteError(new ConditionalCheckFailedException(Sample))
            .ShouldBe(
                """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"a":{"S":"x"}}}""");
        WriteError(new TransactionCanceledException([new("None"), new("ConditionalCheckFailed", "The conditional request failed", Sample)])).ShouldBe(
            """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]","CancellationReasons":[{"Code":"None"},{"Code":"ConditionalCheckFailed","Item":{"a":{"S":"x"}},"Message":"The conditional request failed"}]}""");
    }

    private static string WriteError(DynamoServiceException error) => Wire.Write(writer => ErrorWriter.Write(writer, error));
}

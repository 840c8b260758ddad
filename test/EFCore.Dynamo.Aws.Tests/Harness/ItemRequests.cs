using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>The table <c>items</c>, and parts of requests about it.</summary>
internal static class ItemRequests
{
    public static TransactGetItem Get(string pk, int sk, string? projection = null)
        => new() { Get = new Get { TableName = "items", Key = Key(pk, sk), ProjectionExpression = projection } };

    public static Dictionary<string, AttributeValue> Key(string pk, int sk)
        => new() { ["pk"] = new AttributeValue(pk), ["sk"] = new AttributeValue { N = sk.ToString(CultureInfo.InvariantCulture) } };

    public static Dictionary<string, AttributeValue> EveryType(string pk, int sk) => new(Key(pk, sk))
    {
        ["s"] = new AttributeValue("text é"),
        ["n"] = new AttributeValue { N = "-1.50" },
        ["b"] = new AttributeValue { B = new MemoryStream([1, 2, 255]) },
        ["bool"] = new AttributeValue { BOOL = false },
        ["null"] = new AttributeValue { NULL = true },
        ["ss"] = new AttributeValue(["b", "a"]),
        ["ns"] = new AttributeValue { NS = ["3", "1"] },
        ["bs"] = new AttributeValue { BS = [new MemoryStream([2]), new MemoryStream([1])] },
        ["l"] = new AttributeValue { L = [new AttributeValue("x"), new AttributeValue { L = [] }] },
        ["m"] = new AttributeValue { M = new() { ["x"] = new AttributeValue { M = [] } } },
    };

    public static AttributeValue Nested(int levels) => levels == 0 ? new AttributeValue("leaf") : new AttributeValue { L = [Nested(levels - 1)] };

    public static Dictionary<string, AttributeValue> Bad(string name) => new() { [name] = new AttributeValue() };

    public static Task<PutItemResponse> PutAsync(IAmazonDynamoDB sdk, AttributeValue value)
        => sdk.PutItemAsync("items", new Dictionary<string, AttributeValue>(Key("v", 1)) { ["v"] = value });

    public static QueryRequest Query(string condition, Action<QueryRequest>? change = null)
    {
        var request = new QueryRequest("items") { KeyConditionExpression = condition, ExpressionAttributeValues = new() { [":pk"] = new AttributeValue("p") } };
        change?.Invoke(request);
        return request;
    }

    public static Task<CreateTableResponse> CreateItemsTableAsync(IAmazonDynamoDB sdk) => sdk.CreateTableAsync(new CreateTableRequest
    {
        TableName = "items",
        KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("sk", KeyType.RANGE)],
        AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.N), new("s", ScalarAttributeType.S)],
        LocalSecondaryIndexes = [new()
        {
            IndexName = "by-text",
            KeySchema = [new("pk", KeyType.HASH), new("s", KeyType.RANGE)],
            Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["n"] },
        }],
        GlobalSecondaryIndexes = [new()
        {
            IndexName = "texts",
            KeySchema = [new("s", KeyType.HASH)],
            Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
        }],
        BillingMode = BillingMode.PAY_PER_REQUEST,
    });
}

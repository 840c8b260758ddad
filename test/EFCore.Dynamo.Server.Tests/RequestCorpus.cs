using System.Net;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Requests of every operation, and the table that they are about.</summary>
internal static class RequestCorpus
{
    public static readonly (string Operation, string Json)[] Requests =
    [
        ("GetItem", """{"TableName":"fuzz","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConsistentRead":true,"ProjectionExpression":"#a, m.x[0].y","ExpressionAttributeNames":{"#a":"a"},"ReturnConsumedCapacity":"TOTAL"}"""),
        ("PutItem", """{"TableName":"fuzz","Item":{"pk":{"S":"a"},"sk":{"N":"1.5"},"g":{"S":"x"},"s":{"SS":["a","b"]},"n":{"NS":["1","2.5"]},"b":{"B":"AAEC"},"bs":{"BS":["AA=="]},"m":{"M":{"x":{"L":[{"M":{"y":{"NULL":true}}},{"BOOL":false}]}}}},"ConditionExpression":"attribute_not_exists(#z) OR size(m) < :v","ExpressionAttributeNames":{"#z":"z"},"ExpressionAttributeValues":{":v":{"N":"10"}},"ReturnValues":"ALL_OLD","ReturnValuesOnConditionCheckFailure":"ALL_OLD","ReturnItemCollectionMetrics":"SIZE"}"""),
        ("UpdateItem", """{"TableName":"fuzz","Key":{"pk":{"S":"a"},"sk":{"N":"1.5"}},"UpdateExpression":"SET m.x[1] = if_not_exists(q, :v), c = :v + :w, l = list_append(:l, :l) REMOVE b ADD n :s DELETE s :t","ConditionExpression":"#g IN (:x, :y) AND NOT contains(s, :x)","ExpressionAttributeNames":{"#g":"g"},"ExpressionAttributeValues":{":v":{"N":"1"},":w":{"N":"2"},":l":{"L":[{"S":"z"}]},":s":{"NS":["7"]},":t":{"SS":["a"]},":x":{"S":"x"},":y":{"S":"y"}},"ReturnValues":"ALL_NEW"}"""),
        ("DeleteItem", """{"TableName":"fuzz","Key":{"pk":{"S":"b"},"sk":{"N":"-3e10"}},"ConditionExpression":"begins_with(g, :p) AND sk BETWEEN :a AND :b","ExpressionAttributeValues":{":p":{"S":"x"},":a":{"N":"0"},":b":{"N":"9"}},"ReturnValues":"ALL_OLD"}"""),
        ("Query", """{"TableName":"fuzz","IndexName":"by-g","KeyConditionExpression":"g = :g AND sk >= :s","FilterExpression":"attribute_type(m, :t)","ExpressionAttributeValues":{":g":{"S":"x"},":s":{"N":"0"},":t":{"S":"M"}},"ScanIndexForward":false,"Limit":3,"Select":"ALL_ATTRIBUTES","ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"1.5"},"g":{"S":"x"}},"ReturnConsumedCapacity":"INDEXES"}"""),
        ("Query", """{"TableName":"fuzz","KeyConditionExpression":"pk = :p AND sk BETWEEN :a AND :b","ExpressionAttributeValues":{":p":{"S":"a"},":a":{"N":"0"},":b":{"N":"9"}}}"""),
        ("Scan", """{"TableName":"fuzz","FilterExpression":"size(s) > :n","ExpressionAttributeValues":{":n":{"N":"1"}},"Segment":1,"TotalSegments":4,"Limit":2,"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"1.5"}}}"""),
        ("BatchGetItem", """{"RequestItems":{"fuzz":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}},{"pk":{"S":"a"},"sk":{"N":"2"}}],"ConsistentRead":false,"ProjectionExpression":"pk"}}}"""),
        ("BatchWriteItem", """{"RequestItems":{"fuzz":[{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"3"},"g":{"S":"y"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"4"}}}}]},"ReturnItemCollectionMetrics":"SIZE"}"""),
        ("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"fuzz","Key":{"pk":{"S":"a"},"sk":{"N":"3"}},"ProjectionExpression":"g"}},{"Get":{"TableName":"fuzz","Key":{"pk":{"S":"a"},"sk":{"N":"5"}}}}]}"""),
        ("TransactWriteItems", """{"ClientRequestToken":"token-1","TransactItems":[{"Put":{"TableName":"fuzz","Item":{"pk":{"S":"t"},"sk":{"N":"1"}}}},{"Update":{"TableName":"fuzz","Key":{"pk":{"S":"t"},"sk":{"N":"2"}},"UpdateExpression":"ADD c :one","ExpressionAttributeValues":{":one":{"N":"1"}}}},{"ConditionCheck":{"TableName":"fuzz","Key":{"pk":{"S":"t"},"sk":{"N":"3"}},"ConditionExpression":"attribute_not_exists(pk)"}},{"Delete":{"TableName":"fuzz","Key":{"pk":{"S":"t"},"sk":{"N":"4"}}}}]}"""),
        ("CreateTable", Create("other")),
        ("DescribeTable", """{"TableName":"fuzz"}"""),
        ("ListTables", """{"ExclusiveStartTableName":"aaa","Limit":2}"""),
        ("DeleteTable", """{"TableName":"other"}"""),
    ];

    public static async Task PrepareAsync(TestServer server) => (await server.SendAsync("CreateTable", Create("fuzz"))).Status.ShouldBe(HttpStatusCode.OK);

    private static string Create(string name) => $$$"""
        {"TableName":"{{{name}}}","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"g","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5},
         "GlobalSecondaryIndexes":[{"IndexName":"by-g","KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"},"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}],
         "LocalSecondaryIndexes":[{"IndexName":"by-local","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"g","KeyType":"RANGE"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["m"]}}]}
        """;
}

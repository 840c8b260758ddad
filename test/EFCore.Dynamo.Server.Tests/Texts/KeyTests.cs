namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>Key attributes of tables and indexes: in items, updates and the paths of expressions.</summary>
public sealed class KeyTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Dereferenced = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";
    private const string WrongIndexKey = "One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: {0} IndexName: global";

    [Theory]
    [InlineData("GetItem", """{"TableName":"hash","Key":{"pk":{"S":"a"}},"ProjectionExpression":"x, pk.a"}""", "Key: pk")]
    [InlineData("GetItem", """{"TableName":"indexed","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"ProjectionExpression":"x, g[0]"}""", "IndexKey: g")]
    [InlineData("PutItem", """{"TableName":"indexed","Item":{"pk":{"S":"a"},"sk":{"S":"a"}},"ConditionExpression":"attribute_exists(n.a)"}""", "IndexKey: n")]
    [InlineData("DeleteItem", """{"TableName":"range","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_exists(sk[1])"}""", "Key: sk")]
    [InlineData("UpdateItem", """{"TableName":"indexed","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"UpdateExpression":"SET x = pk.a"}""", "Key: pk")]
    [InlineData("UpdateItem", """{"TableName":"indexed","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"UpdateExpression":"REMOVE g.a"}""", "IndexKey: g")]
    [InlineData(
        "UpdateItem",
        """{"TableName":"indexed","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"UpdateExpression":"REMOVE x","ConditionExpression":"attribute_exists(b.a)"}""",
        "IndexKey: b")]
    [InlineData(
        "Query",
        """{"TableName":"indexed","KeyConditionExpression":"pk = :a","FilterExpression":"g.a = :a","ExpressionAttributeValues":{":a":{"S":"a"}}}""",
        "IndexKey: g")]
    [InlineData(
        "Query",
        """{"TableName":"indexed","KeyConditionExpression":"pk = :a","ProjectionExpression":"pk.a","ExpressionAttributeValues":{":a":{"S":"a"}}}""",
        "Key: pk")]
    [InlineData("Scan", """{"TableName":"indexed","FilterExpression":"attribute_exists(pk.a)"}""", "Key: pk")]
    [InlineData("BatchGetItem", """{"RequestItems":{"hash":{"Keys":[{"pk":{"S":"a"}}],"ProjectionExpression":"pk.a"}}}""", "Key: pk")]
    [InlineData("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"hash","Key":{"pk":{"S":"a"}},"ProjectionExpression":"pk.a"}}]}""", "Key: pk")]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Delete":{"TableName":"hash","Key":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk.a)"}}]}""",
        "Key: pk")]
    public Task A_path_cannot_lead_into_a_key(string operation, string request, string key) => server.FailsAsync(operation, request, Dereferenced + key);

    [Theory]
    [InlineData("SET g = :n", "N", WrongIndexKey)]
    [InlineData("SET g = x + :n", "N", WrongIndexKey)]
    [InlineData("ADD g :n", "N", WrongIndexKey)]
    [InlineData("SET g = if_not_exists(x, :n)", "", "The update expression attempted to update the secondary index key to unsupported type")]
    [InlineData("SET pk.a = :n", "", "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key")]
    public Task An_update_cannot_give_an_index_key_another_type(string update, string actual, string message)
        => server.FailsAsync("UpdateItem",
            $$"""{"UpdateExpression":"{{update}}","TableName":"indexed","Key":{"pk":{"S":"a"},"sk":{"S":"a"} },"ExpressionAttributeValues":{":n":{"N":"1"} } }""",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, message, actual));

    [Theory]
    [InlineData("""{"PutRequest":{"Item":{"a":{"S":"a"}}}}""")]
    [InlineData("""{"PutRequest":{"Item":{"pk":{"N":"1"}}}}""")]
    [InlineData("""{"DeleteRequest":{"Key":{"pk":{"N":"1"}}}}""")]
    public Task A_batch_does_not_say_what_is_wrong_with_a_key(string write)
        => server.FailsAsync("BatchWriteItem", $$$"""{"RequestItems":{"hash":[{{{write}}}]}}""", "The provided key element does not match the schema");

    [Theory]
    [InlineData("""{"N":"1"}""", "N")]
    [InlineData("""{"BOOL":true}""", "BOOL")]
    [InlineData("""{"NULL":true}""", "NULL")]
    [InlineData("""{"M":{}}""", "M")]
    public Task What_cannot_contain_anything_is_no_first_operand_of_contains(string value, string type)
        => server.FailsAsync("Scan", $$"""{"TableName":"hash","FilterExpression":"contains(:a, a)","ExpressionAttributeValues":{":a":{{value}} } }""",
            $"Invalid FilterExpression: Incorrect operand type for operator or function; operator or function: contains, operand type: {type}");
}

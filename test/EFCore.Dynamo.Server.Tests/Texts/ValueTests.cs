namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>Attribute values that are none, and when the service says so: after constraints and placeholders, before everything that needs expressions or tables.</summary>
public sealed class ValueTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    private const string Several = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    private const string NotNumeric = "The parameter cannot be converted to a numeric value: x";

    [Theory]
    [InlineData("GetItem", """{"TableName":"missing","Key":{"pk":{}},"ProjectionExpression":""}""", Empty)]
    [InlineData("GetItem", """{"TableName":"missing","Key":{"pk":{}},"ExpressionAttributeNames":{"#a":"a"}}""", "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData("GetItem", """{"TableName":"missing","Key":{"pk":{}},"ProjectionExpression":"a","ExpressionAttributeNames":{}}""", "ExpressionAttributeNames must not be empty")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{}},"ConditionExpression":"","ExpressionAttributeValues":{":a":{"N":"x"}}}""", "ExpressionAttributeValues contains invalid value: " + NotNumeric + " for key :a")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{}},"ConditionExpression":"","ExpressionAttributeNames":{"a":"a"}}""", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{}},"ExpressionAttributeValues":{":a":{"N":"x"}}}""",
        "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"a":{"S":"a","N":"1"}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""", Several)]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"a":{"S":"a"}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", """{"TableName":"missing","Key":{"a":{"NULL":false}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""",
        "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("DeleteItem", """{"TableName":"missing","Key":{"a":{"S":"a"}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"a":{"N":"x"}},"UpdateExpression":""}""", NotNumeric)]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"a":{"N":"x"}},"ExpressionAttributeValues":{":a":{"S":"a"}}}""",
        "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null")]
    [InlineData("Query", """{"TableName":"missing","ExclusiveStartKey":{"pk":{}},"KeyConditionExpression":""}""", Empty)]
    [InlineData("Query", """{"TableName":"missing","ExclusiveStartKey":{"pk":{}},"ExpressionAttributeValues":{":a":{"S":"a"}}}""",
        "ExpressionAttributeValues can only be specified when using expressions: FilterExpression and KeyConditionExpression are null")]
    [InlineData("Scan", """{"TableName":"missing","ExclusiveStartKey":{"pk":{"N":"x"}},"FilterExpression":""}""", "The provided starting key is invalid: " + NotNumeric)]
    [InlineData("Scan", """{"TableName":"missing","ExclusiveStartKey":{"pk":{"N":"x"}},"Segment":0}""",
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    public Task Of_operations_on_items(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData("BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}},{"pk":{}}],"ProjectionExpression":""}}}""", Empty)]
    [InlineData("BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"a"}},{"pk":{}}],"ProjectionExpression":""}}}""", "Provided list of item keys contains duplicates")]
    [InlineData("BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}}]},"other":{"Keys":[{"pk":{"N":"x"}}]}}}""", NotNumeric)]
    [InlineData("BatchWriteItem", """{"RequestItems":{"missing":[{}]}}""", Empty)]
    [InlineData("BatchWriteItem", """{"RequestItems":{"missing":[{"PutRequest":{"Item":{}},"DeleteRequest":{"Key":{}}}]}}""", Several)]
    [InlineData("BatchWriteItem", """{"RequestItems":{"missing":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}},{"DeleteRequest":{"Key":{"pk":{"N":"x"}}}}]}}""", NotNumeric)]
    [InlineData("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"missing","Key":{"pk":{"N":"x"}},"ProjectionExpression":""}}]}""", NotNumeric)]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"Put":{"TableName":"missing","Item":{"pk":{"N":"x"}},"ConditionExpression":""}}]}""", NotNumeric)]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"ConditionCheck":{"TableName":"missing","Key":{"pk":{"N":"x"}},"ConditionExpression":""}}]}""", NotNumeric)]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"Delete":{"TableName":"missing","Key":{"pk":{"S":"x"}},"ConditionExpression":"a","ExpressionAttributeValues":{":a":{"N":"x"}}}}]}""",
        "ExpressionAttributeValues contains invalid value: " + NotNumeric + " for key :a")]
    public Task Of_batches_and_transactions(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData("""{"S":null}""", Empty)]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"1e"}""", "The parameter cannot be converted to a numeric value: 1e")]
    [InlineData("""{"N":"0x1"}""", "The parameter cannot be converted to a numeric value: 0x1")]
    [InlineData("""{"N":"NaN"}""", "The parameter cannot be converted to a numeric value: NaN")]
    [InlineData("""{"N":"123456789012345678901234567890123456789"}""", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("""{"N":"1e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("""{"N":"-1e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("""{"N":"1e-131"}""", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("""{"SS":[]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"NS":[]}""", "One or more parameter values were invalid: An number set  may not be empty")]
    [InlineData("""{"BS":[]}""", "One or more parameter values were invalid: Binary sets should not be empty")]
    [InlineData("""{"SS":["a","b","a"]}""", "One or more parameter values were invalid: Input collection [a, b, a] contains duplicates.")]
    [InlineData("""{"NS":["1","1.0"]}""", "Input collection contains duplicates")]
    [InlineData("""{"NS":["1","x"]}""", NotNumeric)]
    [InlineData("""{"BS":["Yg==","Yg=="]}""", "One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS contains duplicates.")]
    [InlineData("""{"L":[{"S":"a"},{}]}""", Empty)]
    [InlineData("""{"M":{"a":{"SS":[]}}}""", "One or more parameter values were invalid: An string set  may not be empty")]
    public Task The_text_of_each_value_that_is_none(string value, string message)
        => server.FailsAsync("PutItem", $$$"""{"TableName":"missing","Item":{"pk":{"S":"a"},"a":{{{value}}}}}""", message);

    [Theory]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"NAME":{"S":"a"}}}""")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"m":{"M":{"NAME":{"S":"a"}}}}}""")]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET #a = b","ExpressionAttributeNames":{"#a":"NAME"}}""")]
    public async Task A_name_has_at_most_65535_bytes(string operation, string request)
    {
        await server.FailsAsync(operation, request.Replace("NAME", new string('n', 65_536), StringComparison.Ordinal),
            "1 validation error detected: Attribute name is too large, must be less than 65536 bytes");
        await server.FailsAsync(operation, request.Replace("NAME", new string('n', 65_535), StringComparison.Ordinal),
            "Requested resource not found", "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException");
    }

    [Fact]
    public Task A_name_is_not_empty()
        => server.FailsAsync("PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"},"":{"S":"a"}}}""", "One or more parameter values were invalid: Empty attribute name");

    [Theory]
    [InlineData("#-", 256, "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256")]
    [InlineData("#-", 255, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"{0}\"")]
    public Task A_placeholder_that_is_too_long_is_nothing_else(string start, int length, string message)
    {
        var placeholder = start + new string('a', length - start.Length);
        return server.FailsAsync("GetItem", $$"""{"TableName":"missing","Key":{"pk":{"S":"a"} },"ProjectionExpression":"a","ExpressionAttributeNames":{"{{placeholder}}":"a"} }""",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, message, placeholder));
    }

    [Theory]
    [InlineData("""{":a":{"N":"x"},"b":{"S":"b"}}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\"")]
    [InlineData("""{":a":{},":b-":{"M":{"x":{"L":[{"S":"b"}]}}},":c":{}}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \":b-\"")]
    [InlineData("""{":a":{"M":{"b":{}}},":c":{"N":"x"}}""", "ExpressionAttributeValues contains invalid value: " + Empty + " for key :a")]
    [InlineData("""{":a":{"S":"a","N":"x"}}""", "ExpressionAttributeValues contains invalid value: " + NotNumeric + " for key :a")]
    public Task All_placeholders_are_checked_before_the_first_value(string values, string message)
        => server.FailsAsync("Scan", $$"""{"TableName":"missing","FilterExpression":"","ExpressionAttributeValues":{{values}} }""", message);
}

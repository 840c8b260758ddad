namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>
///     Attribute values that are none, and when the service says so: after constraints and placeholders, before everything that needs expressions or tables.
/// </summary>
public sealed class ValueTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    private const string Several = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private const string Duplicates = "One or more parameter values were invalid: ";
    private const string Envelope = "1 validation error detected: ";
    private const string NotNumeric = "The parameter cannot be converted to a numeric value: x";

    [Theory]
    [InlineData("GetItem", """{"TableName":"missing","Key":{"pk":{}},"ProjectionExpression":""}""", Empty)]
    [InlineData(
        "GetItem",
        """{"TableName":"missing","Key":{"pk":{}},"ExpressionAttributeNames":{"#a":"a"}}""",
        "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData(
        "GetItem",
        """{"TableName":"missing","Key":{"pk":{}},"ProjectionExpression":"a","ExpressionAttributeNames":{}}""",
        "ExpressionAttributeNames must not be empty")]
    [InlineData("Query", """{"TableName":"missing","ExclusiveStartKey":{"pk":{}},"ExpressionAttributeValues":{":a":{"S":"a"}}}""",
        "ExpressionAttributeValues can only be specified when using expressions: FilterExpression and KeyConditionExpression are null")]
    [InlineData(
        "Scan",
        """{"TableName":"missing","ExclusiveStartKey":{"pk":{"N":"x"}},"FilterExpression":""}""",
        "The provided starting key is invalid: " + NotNumeric)]
    [InlineData("Scan", """{"TableName":"missing","ExclusiveStartKey":{"pk":{"N":"x"}},"Segment":0}""",
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    public Task Of_reads(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData(
        "PutItem",
        """{"TableName":"missing","Item":{"pk":{}},"ConditionExpression":"","ExpressionAttributeNames":{"a":"a"}}""",
        "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"a":{"S":"a","N":"1"}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""", Several)]
    [InlineData(
        "PutItem",
        """{"TableName":"missing","Item":{"a":{"S":"a"}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""",
        "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", """{"TableName":"missing","Key":{"a":{"NULL":false}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""",
        "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData(
        "DeleteItem",
        """{"TableName":"missing","Key":{"a":{"S":"a"}},"ReturnValues":"ALL_NEW","ConditionExpression":""}""",
        "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"a":{"N":"x"}},"UpdateExpression":""}""", NotNumeric)]
    public Task Of_writes_of_single_items_in_an_envelope_today(string operation, string request, string message)
        => server.FailsByDialectAsync(operation, request, Envelope + message, message);

    [Theory]
    [InlineData(
        "PutItem", """{"TableName":"missing","Item":{"pk":{}},"ConditionExpression":"","ExpressionAttributeValues":{":a":{"N":"x"}}}""", Envelope + NotNumeric,
        "ExpressionAttributeValues contains invalid value: " + NotNumeric + " for key :a")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{}},"ExpressionAttributeValues":{":a":{"N":"x"}}}""",
        Envelope + "ExpressionAttributeValues can only be specified when using expressions",
        "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"a":{"N":"x"}},"ExpressionAttributeValues":{":a":{"S":"a"}}}""",
        Envelope + "ExpressionAttributeValues can only be specified when using expressions",
        "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null")]
    [InlineData(
        "Query",
        """{"TableName":"missing","ExclusiveStartKey":{"pk":{}},"KeyConditionExpression":""}""",
        Empty,
        "The provided starting key is invalid: " + Empty)]
    public Task Of_which_today_says_less(string operation, string request, string current, string classic)
        => server.FailsByDialectAsync(operation, request, current, classic);

    [Theory]
    [InlineData("BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}},{"pk":{}}],"ProjectionExpression":""}}}""", Empty)]
    [InlineData(
        "BatchGetItem",
        """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"a"}},{"pk":{}}],"ProjectionExpression":""}}}""",
        "Provided list of item keys contains duplicates")]
    [InlineData("BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}}]},"other":{"Keys":[{"pk":{"N":"x"}}]}}}""", NotNumeric)]
    [InlineData("BatchWriteItem", """{"RequestItems":{"missing":[{}]}}""", Empty)]
    [InlineData("BatchWriteItem", """{"RequestItems":{"missing":[{"PutRequest":{"Item":{}},"DeleteRequest":{"Key":{}}}]}}""", Several)]
    [InlineData(
        "BatchWriteItem", """{"RequestItems":{"missing":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}},{"DeleteRequest":{"Key":{"pk":{"N":"x"}}}}]}}""", NotNumeric)]
    [InlineData("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"missing","Key":{"pk":{"N":"x"}},"ProjectionExpression":""}}]}""", NotNumeric)]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"Put":{"TableName":"missing","Item":{"pk":{"N":"x"}},"ConditionExpression":""}}]}""", NotNumeric)]
    [InlineData(
        "TransactWriteItems", """{"TransactItems":[{"ConditionCheck":{"TableName":"missing","Key":{"pk":{"N":"x"}},"ConditionExpression":""}}]}""", NotNumeric)]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Delete":{"TableName":"missing","Key":{"pk":{"S":"x"}},"ConditionExpression":"a","ExpressionAttributeValues":{":a":{"N":"x"}}}}]}""",
        "ExpressionAttributeValues contains invalid value: " + NotNumeric + " for key :a")]
    public Task Of_batches_and_transactions(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData("""{"S":null}""", Empty)]
    [InlineData("""{"N":"1e"}""", "The parameter cannot be converted to a numeric value: 1e")]
    [InlineData("""{"N":"0x1"}""", "The parameter cannot be converted to a numeric value: 0x1")]
    [InlineData("""{"N":"NaN"}""", "The parameter cannot be converted to a numeric value: NaN")]
    [InlineData("""{"N":"1e9223372036854775808"}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"123456789012345678901234567890123456789"}""", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("""{"N":"1e126"}""", Overflow)]
    [InlineData("""{"N":"-1e126"}""", Overflow)]
    [InlineData("""{"N":"0e126"}""", Overflow)]
    [InlineData("""{"N":"1e2147483646"}""", Overflow)]
    [InlineData("""{"N":"1e-131"}""", Underflow)]
    [InlineData("""{"N":"0e-131"}""", Underflow)]
    [InlineData("""{"N":"1e-2147483647"}""", Underflow)]
    [InlineData("""{"SS":[]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"NS":[]}""", "One or more parameter values were invalid: An number set  may not be empty")]
    [InlineData("""{"BS":[]}""", "One or more parameter values were invalid: Binary sets should not be empty")]
    [InlineData("""{"NS":["1","x"]}""", NotNumeric)]
    [InlineData("""{"L":[{"S":"a"},{}]}""", Empty)]
    [InlineData("""{"M":{"a":{"SS":[]}}}""", "One or more parameter values were invalid: An string set  may not be empty")]
    public async Task The_text_of_each_value_that_is_none(string value, string message)
    {
        await InSingleWriteAsync(value, message, message);
        await InSingleReadAsync(value, message, message);
        await InBatchAsync(value, message);
    }

    [Theory]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value: ", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"1e2147483647"}""", Overflow, Underflow)]
    [InlineData("""{"N":"12e2147483646"}""", Overflow, Underflow)]
    [InlineData("""{"N":"1e99999999999"}""", Overflow, "The parameter cannot be converted to a numeric value: 1e99999999999")]
    [InlineData("""{"N":"0.1e-2147483647"}""", Underflow, "The parameter cannot be converted to a numeric value: 0.1e-2147483647")]
    [InlineData(
        """{"SS":["b","a","b"]}""",
        Duplicates + """Input collection ["a", "b", "b"] contains duplicates.""",
        Duplicates + "Input collection [b, a, b] contains duplicates.")]
    [InlineData("""{"NS":["1","1.0"]}""", Duplicates + "Input collection contains duplicates.", "Input collection contains duplicates")]
    [InlineData("""{"BS":["AA==","/w==","AA=="]}""",
        Duplicates
            + """Input collection ["AA==","/w==","AA=="]of type BS contains duplicates.""", Duplicates
            + "Input collection [/w==, AA==, AA==]of type BS contains duplicates.")]
    public async Task The_text_of_each_value_that_older_operations_word_differently(string value, string current, string older)
    {
        await InSingleWriteAsync(value, current, older);
        await InSingleReadAsync(value, current, older);
        await InBatchAsync(value, older);
    }

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
        => server.FailsByDialectAsync("PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"},"":{"S":"a"}}}""",
            Envelope + "One or more parameter values were invalid: Empty attribute name", "One or more parameter values were invalid: Empty attribute name");

    [Theory]
    [InlineData("#-", 256, "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256")]
    [InlineData("#-", 255, "ExpressionAttributeNames contains invalid key: Syntax error; key: \"{0}\"")]
    public Task A_placeholder_that_is_too_long_is_nothing_else(string start, int length, string message)
    {
        var placeholder = start + new string('a', length - start.Length);
        return server.FailsAsync(
            "GetItem", $$"""{"TableName":"missing","Key":{"pk":{"S":"a"} },"ProjectionExpression":"a","ExpressionAttributeNames":{"{{placeholder}}":"a"} }""",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, message, placeholder));
    }

    [Theory]
    [InlineData("""{":a":{"N":"x"},"b":{"S":"b"}}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\"")]
    [InlineData("""{":a":{},":b-":{"M":{"x":{"L":[{"S":"b"}]}}},":c":{}}""", "ExpressionAttributeValues contains invalid key: Syntax error; key: \":b-\"")]
    [InlineData("""{":a":{"M":{"b":{}}},":c":{"N":"x"}}""", "ExpressionAttributeValues contains invalid value: " + Empty + " for key :a")]
    [InlineData("""{":a":{"S":"a","N":"x"}}""", "ExpressionAttributeValues contains invalid value: " + NotNumeric + " for key :a")]
    public Task All_placeholders_are_checked_before_the_first_value(string values, string message)
        => server.FailsAsync("Scan", $$"""{"TableName":"missing","FilterExpression":"","ExpressionAttributeValues":{{values}} }""", message);

    private async Task InSingleWriteAsync(string value, string current, string classic)
    {
        await server.FailsByDialectAsync(
            "PutItem",
            """{"TableName":"missing","Item":{"pk":{"S":"a"},"a":VALUE}}""".Replace("VALUE", value, StringComparison.Ordinal),
            Envelope + current,
            classic);
        await server.FailsByDialectAsync(
            "DeleteItem", """{"TableName":"missing","Key":{"pk":VALUE}}""".Replace("VALUE", value, StringComparison.Ordinal), Envelope + current, classic);
        await server.FailsByDialectAsync(
            "UpdateItem",
            """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"a":{"Value":VALUE}}}""".Replace("VALUE", value, StringComparison.Ordinal),
            Envelope + current,
            classic);
        await server.FailsByDialectAsync("UpdateItem",
            """{"TableName":"missing","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":VALUE}}""".Replace(
                "VALUE", value, StringComparison.Ordinal),
            Envelope + current, $"ExpressionAttributeValues contains invalid value: {classic} for key :v");
    }

    private async Task InSingleReadAsync(string value, string current, string classic)
    {
        await server.FailsByDialectAsync(
            "GetItem", """{"TableName":"missing","Key":{"pk":VALUE}}""".Replace("VALUE", value, StringComparison.Ordinal), current, classic);
        await server.FailsByDialectAsync(
            "BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":VALUE}]}}}""".Replace("VALUE", value, StringComparison.Ordinal), current, classic);
        await server.FailsByDialectAsync(
            "Query",
            """{"TableName":"missing","KeyConditionExpression":"pk = :v","ExpressionAttributeValues":{":v":VALUE}}""".Replace(
                "VALUE", value, StringComparison.Ordinal),
            current, $"ExpressionAttributeValues contains invalid value: {classic} for key :v");
        await server.FailsByDialectAsync(
            "Query",
            """{"TableName":"missing","KeyConditionExpression":"","ExclusiveStartKey":{"pk":VALUE}}""".Replace("VALUE", value, StringComparison.Ordinal),
            current, "The provided starting key is invalid: " + classic);
    }

    private async Task InBatchAsync(string value, string older)
    {
        await server.FailsAsync(
            "BatchWriteItem",
            """{"RequestItems":{"missing":[{"PutRequest":{"Item":{"pk":VALUE}}}]}}""".Replace("VALUE", value, StringComparison.Ordinal),
            older);
        await server.FailsAsync(
            "TransactGetItems",
            """{"TransactItems":[{"Get":{"TableName":"missing","Key":{"pk":VALUE}}}]}""".Replace("VALUE", value, StringComparison.Ordinal),
            older);
        await server.FailsAsync("TransactWriteItems",
            """{"TransactItems":[{"Update":{"TableName":"missing","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":VALUE}}}]}""".Replace(
                "VALUE", value, StringComparison.Ordinal),
            $"ExpressionAttributeValues contains invalid value: {older} for key :v");
        await server.FailsAsync(
            "Scan",
            """{"TableName":"missing","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":VALUE}}""".Replace(
                "VALUE", value, StringComparison.Ordinal),
            $"ExpressionAttributeValues contains invalid value: {older} for key :v");
        await server.FailsAsync(
            "Scan",
            """{"TableName":"missing","ExclusiveStartKey":{"pk":VALUE}}""".Replace("VALUE", value, StringComparison.Ordinal),
            "The provided starting key is invalid: " + older);
    }
}

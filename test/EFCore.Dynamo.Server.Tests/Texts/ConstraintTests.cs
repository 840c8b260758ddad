namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>Violated constraints of the API model, all in one text: those of reading (enumerations, missing parts) and those of the validators.</summary>
public sealed class ConstraintTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Capacity =
        "Value 'x' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]";
    private const string NoTable = "Value null at 'tableName' failed to satisfy constraint: Member must not be null";
    private const string NoKey = "Value null at 'key' failed to satisfy constraint: Member must not be null";
    private const string NoItem = "Value null at 'item' failed to satisfy constraint: Member must not be null";
    private const string Operator = "Value 'x' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]";
    private const string UnknownReturnValues =
        "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]";
    private const string EmptyTable = "Value at 'TableName' failed to satisfy constraint: Member must have length greater than or equal to 1";
    private const string TableTooShort = "Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1";
    private const string MapKeysFrom1 = "Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1, "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";
    private const string MapKeysFrom3 = "Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 3, "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";
    private const string Metrics = "Value 'x' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]";
    private const string ReturnValues =
        "Value 'x' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]";

    [Theory]
    [InlineData("GetItem", """{"ReturnConsumedCapacity":"x"}""", "3 validation errors detected: " + Capacity + "; " + NoTable + "; " + NoKey)]
    [InlineData("GetItem", """{"TableName":"hash","Key":{"pk":{}},"ReturnConsumedCapacity":"x"}""", "1 validation error detected: " + Capacity)]
    [InlineData("PutItem", """{"TableName":"hash","Item":{},"ReturnValuesOnConditionCheckFailure":"ALL"}""",
        "1 validation error detected: Value 'ALL' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value "
            + "set: [ALL_OLD, NONE]")]
    [InlineData("Query", """{"Select":"x","Limit":0}""", "3 validation errors detected: " + NoTable
        + "; Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1; Value 'x' at 'select' failed to satisfy "
        + "constraint: "
        + "Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]")]
    [InlineData(
        "Scan",
        """{"IndexName":"x;","Segment":-1,"TotalSegments":0,"ReturnConsumedCapacity":"x"}""",
        "6 validation errors detected: " + Capacity + "; " + NoTable
        + "; Value 'x;' at 'indexName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
        + "; Value 'x;' at 'indexName' failed to satisfy constraint: Member must have length greater than or equal to 3"
        + "; Value '0' at 'totalSegments' failed to satisfy constraint: Member must have value greater than or equal to 1"
        + "; Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData(
        "PutItem",
        """{"TableName":"a;","Item":{}}""",
        "1 validation error detected: Value 'a;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData("DeleteItem", """{"ReturnItemCollectionMetrics":"x"}""", "3 validation errors detected: " + NoTable + "; " + NoKey + "; " + Metrics)]
    [InlineData(
        "UpdateItem",
        """{"TableName":"hash","Key":{},"ReturnConsumedCapacity":"x","ReturnItemCollectionMetrics":"x"}""",
        "2 validation errors detected: " + Capacity + "; " + Metrics)]
    public Task Of_operations_on_items(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData("PutItem", """{"TableName":"hash","Item":{"pk":{}},"ReturnValues":"x","ReturnItemCollectionMetrics":"x","ReturnConsumedCapacity":"x"}""",
        "3 validation errors detected: " + Capacity + "; " + UnknownReturnValues + "; "
            + Metrics, "3 validation errors detected: " + Capacity + "; " + Metrics + "; " + ReturnValues)]
    [InlineData("PutItem", """{"ReturnValues":"x","ReturnItemCollectionMetrics":"x","ReturnConsumedCapacity":"x"}""",
        "5 validation errors detected: " + Capacity + "; " + NoTable + "; " + NoItem + "; " + UnknownReturnValues + "; " + Metrics,
        "5 validation errors detected: " + Capacity + "; " + NoTable + "; " + NoItem + "; " + Metrics + "; " + ReturnValues)]
    [InlineData(
        "PutItem",
        """{"TableName":"hash","Item":{},"ReturnValues":"x"}""",
        "1 validation error detected: " + UnknownReturnValues,
        "1 validation error detected: " + ReturnValues)]
    [InlineData("DeleteItem", """{"TableName":"hash","Key":{},"ReturnValues":"x","ReturnConsumedCapacity":"x"}""",
        "2 validation errors detected: " + Capacity + "; " + UnknownReturnValues, "2 validation errors detected: " + Capacity + "; " + ReturnValues)]
    [InlineData("DeleteItem", """{"ReturnValues":"x"}""",
        "3 validation errors detected: " + NoTable + "; " + NoKey + "; "
            + UnknownReturnValues, "3 validation errors detected: " + NoTable + "; " + NoKey + "; " + ReturnValues)]
    [InlineData("UpdateItem", """{"TableName":"hash","Key":{},"ReturnValues":"x","ReturnConsumedCapacity":"x"}""",
        "1 validation error detected: " + UnknownReturnValues, "2 validation errors detected: " + Capacity + "; " + ReturnValues)]
    [InlineData("UpdateItem", """{"ReturnValues":"x","ReturnConsumedCapacity":"x","ConditionalOperator":"x"}""",
        "5 validation errors detected: " + Operator + "; " + Capacity + "; " + NoTable + "; " + ReturnValues + "; " + NoKey,
        "5 validation errors detected: " + Capacity + "; " + NoTable + "; " + NoKey + "; " + Operator + "; " + ReturnValues)]
    [InlineData("PutItem", """{"TableName":"","ReturnValues":"x","ReturnConsumedCapacity":"x"}""", "1 validation error detected: " + EmptyTable,
        "4 validation errors detected: " + Capacity + "; " + TableTooShort + "; " + NoItem + "; " + ReturnValues)]
    [InlineData(
        "UpdateItem", """{"TableName":""}""", "1 validation error detected: " + EmptyTable, "2 validation errors detected: " + TableTooShort + "; " + NoKey)]
    [InlineData("DeleteItem", """{"TableName":"","Key":{}}""", "1 validation error detected: " + EmptyTable, "1 validation error detected: " + TableTooShort)]
    public Task Of_writes_of_single_items_are_worded_by_the_dialect(string operation, string request, string current, string classic)
        => server.FailsByDialectAsync(operation, request, current, classic);

    [Theory]
    [InlineData("PutItem", "Item", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", "Key", "ReturnValues can only be ALL_OLD or NONE")]
    public async Task What_cannot_be_returned(string operation, string member, string message)
    {
        foreach (var value in new[] { "ALL_NEW", "UPDATED_NEW", "UPDATED_OLD" })
        {
            await server.FailsByDialectAsync(operation, $$$"""{"TableName":"missing","{{{member}}}":{"pk":{"S":"a"}},"ReturnValues":"{{{value}}}"}""",
                "1 validation error detected: " + message, message);
        }
    }

    [Theory]
    [InlineData("BatchGetItem", """{"ReturnConsumedCapacity":"x"}""", "2 validation errors detected: " + Capacity
        + "; Value null at 'requestItems' failed to satisfy constraint: Member must not be null")]
    [InlineData("BatchWriteItem", """{"RequestItems":{}}""", "The requestItems parameter is required for BatchWriteItem")]
    [InlineData(
        "BatchGetItem",
        """{"RequestItems":{"hash":{}}}""",
        "1 validation error detected: Value null at 'requestItems.hash.member.keys' failed to satisfy constraint: Member must not be null")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"hash":[]},"ReturnItemCollectionMetrics":"x"}""", "2 validation errors detected: " + Metrics
        + "; Value '{hash=[]}' at 'requestItems' failed to satisfy constraint: "
        + "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]")]
    [InlineData(
        "BatchWriteItem",
        """{"RequestItems":{"hash":[{"PutRequest":{}},{"DeleteRequest":{}}]},"ReturnConsumedCapacity":"x"}""",
        "3 validation errors detected: " + Capacity
        + "; Value null at 'requestItems.hash.member.1.member.putRequest.item' failed to satisfy constraint: Member must not be null"
        + "; Value null at 'requestItems.hash.member.2.member.deleteRequest.key' failed to satisfy constraint: Member must not be null")]
    public Task Of_batches(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData("""{"RequestItems":{}}""",
        "1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1", "The requestItems parameter is required for BatchGetItem")]
    [InlineData("""{"RequestItems":{"hash.a":{"Keys":[]}}}""",
        "1 validation error detected: Value at 'RequestItems.hash.a.member.Keys' failed to satisfy constraint: Member must have length greater than or "
            + "equal to 1",
        "1 validation error detected: Value '[]' at 'requestItems.hash.a.member.keys' failed to satisfy constraint: Member must have length greater than or "
            + "equal to 1")]
    [InlineData("""{"RequestItems":{"bad!name":{"Keys":[{"pk":{"S":"a"}}]}}}""",
        """1 validation error detected: Value '{"bad!name":{"Keys":[{"pk":{"S":"a"}}]}}' at 'requestItems' failed to satisfy constraint: """ + MapKeysFrom3,
        "1 validation error detected: Value '{bad!name=KeysAndAttributes(keys=[{pk=com.amazonaws.dynamodb.v20120810.AttributeValue@47f}], "
            + "attributesToGet=null, consistentRead=null, "
        + "projectionExpression=null, expressionAttributeNames=null)}' at 'requestItems' failed to satisfy constraint: " + MapKeysFrom1)]
    [InlineData(
        """{"ReturnConsumedCapacity":"x","RequestItems":{"h;":{"Keys":[{}],"ConsistentRead":true,"ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":"\"a\""}}}}""",
        """2 validation errors detected: Value '{"h;":{"Keys":[{}],"ConsistentRead":true,"ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":"\"a\""}}}' at 'requestItems' failed to satisfy constraint: """
        + MapKeysFrom3 + "; " + Capacity,
        "2 validation errors detected: " + Capacity
        + "; Value '{h;=KeysAndAttributes(keys=[{}], attributesToGet=null, consistentRead=true, projectionExpression=#a, "
        + "expressionAttributeNames={#a=\"a\"})}' at 'requestItems' failed to satisfy constraint: "
        + MapKeysFrom1)]
    public Task Of_BatchGetItem_are_worded_by_the_dialect(string request, string current, string classic)
        => server.FailsByDialectAsync("BatchGetItem", request, current, classic);

    [Theory]
    [InlineData(0, "greater than or equal to 1")]
    [InlineData(101, "less than or equal to 100")]
    public async Task The_count_of_keys_is_said_without_the_keys(int count, string length)
    {
        var keys = string.Join(',', Enumerable.Range(0, count).Select(static i => $$$"""{"pk":{"S":"{{{i}}}"}}"""));

        (await server.MessageAsync("BatchGetItem", """{"RequestItems":{"hash":{"Keys":[""" + keys + "]}}}"))
            .ShouldBe($"1 validation error detected: Value at 'RequestItems.hash.member.Keys' failed to satisfy constraint: Member must have length {length}");
    }

    [Theory]
    [InlineData("""{"RequestItems":{"bad!name":[{"DeleteRequest":{"Key":{}}}]}}""",
        "1 validation error detected: Value '{bad!name=[WriteRequest(putRequest=null, deleteRequest=DeleteRequest(key={}, workloadProfileName=null))]}' at "
            + "'requestItems' failed to satisfy constraint: " + MapKeysFrom3,
        "1 validation error detected: Value '{bad!name=[WriteRequest(putRequest=null, deleteRequest=DeleteRequest(key={}, workloadProfileName=null))]}' at "
            + "'requestItems' failed to satisfy constraint: " + MapKeysFrom1)]
    [InlineData("""{"RequestItems":{"bad!name":[{"DeleteRequest":{"Key":{}}}]},"ReturnConsumedCapacity":"x"}""",
        "1 validation error detected: " + Capacity,
        "2 validation errors detected: " + Capacity
        + "; Value '{bad!name=[WriteRequest(putRequest=null, deleteRequest=DeleteRequest(key={}, workloadProfileName=null))]}' at 'requestItems' failed to "
        + "satisfy constraint: " + MapKeysFrom1)]
    public Task Of_BatchWriteItem_are_worded_by_the_dialect(string request, string current, string classic)
        => server.FailsByDialectAsync("BatchWriteItem", request, current, classic);

    [Theory]
    [InlineData("""{"TableName":"hash","Limit":0}""",
        "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
        "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"TableName":"hash","ConditionalOperator":"XOR","Select":"x","Limit":0}""",
        "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]",
        "3 validation errors detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1; Value 'x' at "
            + "'select' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]; "
        + "Value 'XOR' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]")]
    public Task Of_Query_are_worded_by_the_dialect(string request, string current, string classic)
        => server.FailsByDialectAsync("Query", request, current, classic);

    [Theory]
    [InlineData("TransactWriteItems", """{"TransactItems":[],"ClientRequestToken":"","ReturnConsumedCapacity":"x"}""",
        "3 validation errors detected: Value '' at 'clientRequestToken' failed to satisfy constraint: Member must have length greater than or equal to 1; "
            + Capacity
        + "; Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("TransactWriteItems", """{"TransactItems":[],"ClientRequestToken":"1234567890123456789012345678901234567"}""",
        "2 validation errors detected: Value '1234567890123456789012345678901234567' at 'clientRequestToken' failed to satisfy constraint: Member must have "
            + "length less than or equal to 36"
        + "; Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData(
        "TransactWriteItems",
        """{"TransactItems":[{"Put":{"TableName":"hash"}},{"Update":{"TableName":"hash","Key":{},"ReturnValuesOnConditionCheckFailure":"x"}}]}""",
        "3 validation errors detected: Value null at 'transactItems.1.member.put.item' failed to satisfy constraint: Member must not be null"
        + "; Value null at 'transactItems.2.member.update.updateExpression' failed to satisfy constraint: Member must not be null"
        + "; Value 'x' at 'transactItems.2.member.update.returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value "
        + "set: [ALL_OLD, NONE]")]
    [InlineData("TransactGetItems", """{"TransactItems":[{},{"Get":{"TableName":"hash"}}]}""",
        "2 validation errors detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null"
        + "; Value null at 'transactItems.2.member.get.key' failed to satisfy constraint: Member must not be null")]
    public Task Of_transactions(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData(
        "CreateTable",
        """{"TableName":"abc","KeySchema":[{"KeyType":"X"}],"AttributeDefinitions":[{"AttributeName":"a","AttributeType":"Q"},{"AttributeType":"S"}],"BillingMode":"PAY_PER_REQUEST"}""",
        "4 validation errors detected: Value 'Q' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum "
            + "value set: [B, N, S]"
        + "; Value null at 'attributeDefinitions.2.member.attributeName' failed to satisfy constraint: Member must not be null"
        + "; Value null at 'keySchema.1.member.attributeName' failed to satisfy constraint: Member must not be null"
        + "; Value 'X' at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]")]
    public Task Of_tables(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Fact]
    public Task Too_many_writes_of_one_table_are_printed_as_the_service_prints_its_objects()
    {
        var writes = string.Join(',', Enumerable.Repeat("""{"PutRequest":{"Item":{"pk":{"S":"a"}}}}""", 26));
        const string Printed =
            "WriteRequest(putRequest=PutRequest(item={pk=com.amazonaws.dynamodb.v20120810.AttributeValue@47f}, workloadProfileName=null), deleteRequest=null)";

        return server.FailsAsync("BatchWriteItem", $$$"""{"RequestItems":{"hash":[{{{writes}}}]}}""",
            $"1 validation error detected: Value '{{hash=[{string.Join(
                ", ", Enumerable.Repeat(Printed, 26))}]}}' at 'requestItems' failed to satisfy constraint: "
            + "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]");
    }

    [Fact]
    public Task At_most_ten_violations_are_reported_the_first_of_the_model_ones()
    {
        var parts = string.Join(',', Enumerable.Repeat("""{"Put":{}}""", 20));
        var violations = Enumerable.Range(1, 4).SelectMany(
            static part => new[] { "tableName", "item" }.Select(member => $"transactItems.{part}.member.put.{member}"))
            .Append("transactItems.5.member.put.tableName")
            .Select(static path => $"Value null at '{path}' failed to satisfy constraint: Member must not be null");

        return server.FailsAsync("TransactWriteItems", $$$"""{"TransactItems":[{{{parts}}}],"ReturnConsumedCapacity":"x"}""",
            $"10 validation errors detected: {Capacity}; {string.Join("; ", violations)}");
    }

    [Fact]
    public async Task Megabytes_of_a_request_are_not_sent_back()
    {
        var keys = string.Join(',', Enumerable.Range(0, 20_000).Select(static i => $$$"""{"pk":{"S":"{{{i}}}"}}"""));

        // The name and the count of the keys, which are both shown.
        var message = await server.MessageAsync("BatchGetItem", """{"RequestItems":{"h;":{"Keys":[""" + keys + "]}}}");

        message.ShouldStartWith("""2 validation errors detected: Value '{"h;":{"Keys":[{"pk":{"S":"0"}},{"pk":{"S":"1"}},""");
        message.ShouldEndWith("' at 'requestItems.h;.member.keys' failed to satisfy constraint: Member must have length less than or equal to 100");
        message.Length.ShouldBeLessThan(70_000);
    }
}

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>
///     Legacy parameters that are none, and when the service says so: constraints, mixing with expressions, values, the rules of the parameters, and only then
///     the table.
/// </summary>
public sealed class LegacyTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    private const string Envelope = "1 validation error detected: ";
    private const string NotNumeric = "The parameter cannot be converted to a numeric value: x";
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Operators =
        "Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]";

    [Theory]
    [InlineData(
        "Scan", """{"ScanFilter":{"a":{"ComparisonOperator":"LIKE"},"b":{}},"ConditionalOperator":"XOR","AttributesToGet":[],"ReturnConsumedCapacity":"x"}""",
        "6 validation errors detected: Value 'x' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, "
            + "TOTAL, NONE]; "
        + "Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length greater than or equal to 1; "
        + "Value null at 'tableName' failed to satisfy constraint: Member must not be null; "
        + "Value 'XOR' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]; "
        + "Value null at 'scanFilter.b.member.comparisonOperator' failed to satisfy constraint: Member must not be null; "
        + "Value 'LIKE' at 'scanFilter.a.member.comparisonOperator' failed to satisfy constraint: " + Operators)]
    [InlineData(
        "UpdateItem",
        """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"a":{"Action":"SET"}},"Expected":{"a":{"ComparisonOperator":"eq"}}}""",
        "2 validation errors detected: Value 'SET' at 'attributeUpdates.a.member.action' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[ADD, DELETE, PUT]; "
        + "Value 'eq' at 'expected.a.member.comparisonOperator' failed to satisfy constraint: " + Operators)]
    [InlineData("PutItem", """{"TableName":"missing","Item":{},"Expected":{"a":null}}""",
        "1 validation error detected: Value null at 'expected.a.member' failed to satisfy constraint: Member must not be null")]
    public Task Violated_constraints_come_in_one_text(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData(
        "Query", """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{}]}},"FilterExpression":""}""", Empty)]
    [InlineData(
        "Query", """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"a"}]}},"FilterExpression":""}""",
        "Attempted conditional constraint is not an indexable operation")]
    [InlineData(
        "Query", """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"FilterExpression":""}""",
        "Invalid FilterExpression: The expression can not be empty;")]
    [InlineData(
        "Query",
        """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"ExpressionAttributeNames":{"#a":"a"}}""",
        "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData(
        "Scan",
        """{"TableName":"missing","ScanFilter":{"a":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"N":"x"}]}},"AttributesToGet":["a","a"]}""",
        NotNumeric)]
    [InlineData(
        "BatchGetItem",
        """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}}],"AttributesToGet":["a"]},"hash":{"Keys":[{"pk":{}}],"ProjectionExpression":""}}}""",
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: "
            + "{ProjectionExpression}")]
    public Task The_first_problem_is_reported(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Theory]
    [InlineData("GetItem", """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributesToGet":["a",""]}""")]
    [InlineData("BatchGetItem", """{"RequestItems":{"missing":{"Keys":[{"pk":{"S":"a"}}],"AttributesToGet":[""]}}}""")]
    [InlineData(
        "Query",
        """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"QueryFilter":{"":{"ComparisonOperator":"NULL"}}}""")]
    [InlineData("Query", """{"TableName":"missing","KeyConditions":{"":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}}}""")]
    [InlineData(
        "Query", """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"AttributesToGet":[""]}""")]
    [InlineData("Scan", """{"TableName":"missing","ScanFilter":{"":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}}}""")]
    [InlineData("Scan", """{"TableName":"missing","AttributesToGet":[""]}""")]
    public Task A_name_is_not_empty(string operation, string request) => server.FailsAsync(operation, request, Invalid + "Empty attribute name");

    [Theory]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"":{"Exists":false}}}""")]
    [InlineData("DeleteItem", """{"TableName":"missing","Key":{"pk":{"S":"a"}},"Expected":{"":{"Value":{"S":"a"}}}}""")]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"":{"Action":"DELETE"}}}""")]
    [InlineData(
        "UpdateItem",
        """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"a":{"Action":"DELETE"}},"Expected":{"":{"ComparisonOperator":"NOT_NULL"}}}""")]
    public Task A_name_is_not_empty_in_writes(string operation, string request)
        => server.FailsByDialectAsync(operation, request, Envelope + Invalid + "Empty attribute name", Invalid + "Empty attribute name");

    [Theory]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{}},"Expected":{"a":{"Value":{}}},"ConditionExpression":""}""",
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: "
            + "{ConditionExpression}")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{}},"Expected":{"a":{"Value":{"N":"x"}}}}""", Empty)]
    [InlineData(
        "PutItem",
        """{"TableName":"missing","Item":{"pk":{"S":"a"}},"ReturnValues":"ALL_NEW","Expected":{"a":{"Value":{"N":"x"}}}}""",
        "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"a":{"Value":{"N":"x"}}}}""", NotNumeric)]
    [InlineData(
        "PutItem",
        """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"a":{"AttributeValueList":[{"SS":[]}],"ComparisonOperator":"EQ"}}}""",
        Invalid + "An string set  may not be empty")]
    [InlineData(
        "PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"a":{"AttributeValueList":[null],"ComparisonOperator":"EQ"}}}""", Empty)]
    [InlineData("UpdateItem", """{"TableName":"missing","Key":{"pk":{}},"AttributeUpdates":{"a":{"Value":{"N":"x"}}}}""", Empty)]
    [InlineData(
        "UpdateItem",
        """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"a":{"Value":{"N":"x"}}},"Expected":{"a":{"Value":{}}}}""",
        NotNumeric)]
    [InlineData(
        "UpdateItem",
        """{"TableName":"missing","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"a":{"Action":"ADD","Value":{"S":"x"}}},"Expected":{"a":{}}}""",
        Invalid + "ADD action is not supported for the type S")]
    [InlineData(
        "PutItem",
        """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"a":{"Exists":true}}}""",
        Invalid + "Value must be provided when Exists is true for Attribute: a")]
    [InlineData(
        "DeleteItem",
        """{"TableName":"missing","Key":{"pk":{"S":"a"}},"Expected":{"a":{"Exists":false,"Value":{"S":"a"}}}}""",
        Invalid + "Value cannot be used when Exists is false for Attribute: a")]
    [InlineData(
        "UpdateItem",
        """{"TableName":"missing","Key":{"pk":{"S":"a"}},"Expected":{"a":{"Value":{"S":"a"},"AttributeValueList":[{"S":"a"}],"ComparisonOperator":"EQ"}}}""",
        Invalid + "Value and AttributeValueList cannot be used together for Attribute: a")]
    [InlineData("PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"a":{"ComparisonOperator":"EQ"}}}""",
        Invalid + "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a")]
    [InlineData(
        "PutItem", """{"TableName":"missing","Item":{"pk":{"S":"a"}},"Expected":{"a":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"S":"a"}]}}}""",
        Invalid + "Invalid number of argument(s) for the BETWEEN ComparisonOperator")]
    public Task The_first_problem_of_a_write_of_one_item_comes_in_an_envelope_today(string operation, string request, string message)
        => server.FailsByDialectAsync(operation, request, Envelope + message, message);

    [Theory]
    [InlineData("DeleteItem", """{"TableName":"missing","Key":{"pk":{"S":"a"}},"Expected":{"a":{"Value":{"SS":["x","x"]}}}}""",
        Envelope + Invalid + """Input collection ["x", "x"] contains duplicates.""", Invalid + "Input collection [x, x] contains duplicates.")]
    [InlineData(
        "Query",
        """{"TableName":"missing","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{}]}},"ExclusiveStartKey":{"pk":{"N":"x"}}}""",
        NotNumeric, "The provided starting key is invalid: " + NotNumeric)]
    public Task The_first_problem_is_worded_by_the_dialect(string operation, string request, string current, string classic)
        => server.FailsByDialectAsync(operation, request, current, classic);

    [Fact]
    public async Task What_is_valid_is_carried_out()
    {
        await server.AnswerAsync("PutItem", """{"TableName":"hash","Item":{"pk":{"S":"legacy"},"tags":{"SS":["x"]}},"Expected":{"pk":{"Exists":false}}}""");
        var updated = await server.AnswerAsync("UpdateItem", """
            {"TableName":"hash","Key":{"pk":{"S":"legacy"}},"AttributeUpdates":{"tags":{"Action":"ADD","Value":{"SS":["y"]}},"n":{"Value":{"N":"1"}}},
             "Expected":{"tags":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"S":"x"}]},"n":{"ComparisonOperator":"NULL"}},"ConditionalOperator":"AND","ReturnValues":"UPDATED_NEW"}
            """);
        var found = await server.AnswerAsync("Query", """
            {"TableName":"hash","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"legacy"}]}},
             "QueryFilter":{"n":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"0"},{"N":"2"}]}},"AttributesToGet":["n"]}
            """);

        updated.ShouldBe("""{"Attributes":{"n":{"N":"1"},"tags":{"SS":["x","y"]}}}""");
        found.ShouldBe("""{"Items":[{"n":{"N":"1"}}],"Count":1,"ScannedCount":1}""");
    }
}

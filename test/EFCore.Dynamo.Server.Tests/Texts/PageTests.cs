namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>Query and Scan say different things about the same mistakes.</summary>
public sealed class PageTests(TextServer server) : IClassFixture<TextServer>
{
    private const string StartKey = "The provided starting key is invalid";
    private const string OtherType = "The provided key element does not match the schema";
    private const string Mismatch = StartKey + ": " + OtherType;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"pk":{"S":"a"}}""")]
    [InlineData("""{"sk":{"N":"1"}}""")]
    [InlineData("""{"pk":{"S":"a"},"x":{"N":"1"}}""")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"1"},"x":{"N":"1"}}""")]
    public async Task A_start_key_that_does_not_fit_the_table(string key)
    {
        await server.FailsAsync(
            "Query",
            $$"""{"TableName":"range","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"a"} },"ExclusiveStartKey":{{key}} }""",
            StartKey);
        await server.FailsAsync("Scan", $$"""{"TableName":"range","ExclusiveStartKey":{{key}} }""", Mismatch);
    }

    [Theory]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"1"}}""")]
    [InlineData("""{"pk":{"N":"1"},"sk":{"N":"1"}}""")]
    public async Task A_start_key_of_another_type(string key)
    {
        await server.FailsAsync("Query",
            $$"""{"TableName":"range","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"a"} },"ExclusiveStartKey":{{key}} }""", OtherType);
        await server.FailsAsync("Scan", $$"""{"TableName":"range","ExclusiveStartKey":{{key}} }""", Mismatch);
    }

    [Theory]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"a"},"g":{"N":"1"}}""")]
    [InlineData("""{"pk":{"N":"1"},"sk":{"S":"a"},"g":{"S":"a"}}""")]
    public async Task A_start_key_of_another_type_for_the_index(string key)
    {
        await server.FailsAsync("Query",
            $$"""{"TableName":"indexed","IndexName":"global","KeyConditionExpression":"g = :a","ExpressionAttributeValues":{":a":{"S":"a"} },"ExclusiveStartKey":{{key}} }""", OtherType);
        await server.FailsAsync("Scan", $$"""{"TableName":"indexed","IndexName":"global","ExclusiveStartKey":{{key}} }""", StartKey);
    }

    [Theory]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"a"}}""")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"a"},"g":{"S":"a"},"x":{"S":"a"}}""")]
    public async Task A_start_key_that_does_not_fit_the_index(string key)
    {
        await server.FailsAsync("Query",
            $$"""{"TableName":"indexed","IndexName":"global","KeyConditionExpression":"g = :a","ExpressionAttributeValues":{":a":{"S":"a"} },"ExclusiveStartKey":{{key}} }""", StartKey);
        await server.FailsAsync("Scan", $$"""{"TableName":"indexed","IndexName":"global","ExclusiveStartKey":{{key}} }""", StartKey);
    }

    [Theory]
    [InlineData("ALL_PROJECTED_ATTRIBUTES", "null", "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")]
    [InlineData("SPECIFIC_ATTRIBUTES", "null", "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")]
    [InlineData("ALL_ATTRIBUTES", "\"a\"", "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES")]
    [InlineData("COUNT", "\"a\"", "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    public async Task What_is_selected_goes_with_the_projection(string select, string projection, string message)
    {
        await server.FailsAsync("Query",
            $$"""{"TableName":"range","Select":"{{select}}","ProjectionExpression":{{projection}},"KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"a"} } }""",
            "1 validation error detected: " + message);
        await server.FailsAsync("Scan", $$"""{"TableName":"range","Select":"{{select}}","ProjectionExpression":{{projection}} }""", message);
    }

    [Theory]
    [InlineData("pk = :s OR sk = :s", "Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("pk.a = :s", "KeyConditionExpressions cannot have conditions on nested attributes")]
    [InlineData("pk = :s AND sk > :s AND sk < :s", "KeyConditionExpressions must only contain one condition per key")]
    public Task A_key_condition_is_looked_at_before_the_table(string condition, string message)
        => server.FailsAsync(
            "Query",
            $$"""{"TableName":"missing","KeyConditionExpression":"{{condition}}","ExpressionAttributeValues":{":s":{"S":"a"} } }""",
            "Invalid KeyConditionExpression: " + message);

    [Theory]
    [InlineData("global", "g")]
    [InlineData("local", "pk")]
    public async Task A_filter_sees_only_what_the_index_holds(string index, string key)
    {
        var message = $"One or more parameter values were invalid: Secondary index {index} does not project one or more filter attributes: [x, y]";

        await server.FailsAsync("Query",
            $$"""{"TableName":"indexed","IndexName":"{{index}}","KeyConditionExpression":"{{key}} = :a","FilterExpression":"x = :a AND y.z < x","ExpressionAttributeValues":{":a":{"S":"a"} } }""",
            message);
        (await server.AnswerAsync("Scan",
            $$"""{"TableName":"indexed","IndexName":"{{index}}","FilterExpression":"x = :a AND y.z < x","ExpressionAttributeValues":{":a":{"S":"a"} } }"""))
            .ShouldBe("""{"Items":[],"Count":0,"ScannedCount":0}""");
    }
}

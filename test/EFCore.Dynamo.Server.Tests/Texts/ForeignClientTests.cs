using System.Net;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>Behind a client that is told nothing of what reading found, the server answers that itself: it knows no dialect but today's.</summary>
public sealed class ForeignClientTests
{
    [Theory]
    [InlineData(
        "PutItem", """{"TableName":"t","Item":{"pk":{"N":""}}}""", "1 validation error detected: The parameter cannot be converted to a numeric value: ")]
    [InlineData("PutItem", """{"TableName":"t","Item":{},"ReturnValues":"x"}""",
        "1 validation error detected: Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]")]
    [InlineData("GetItem", """{"TableName":"t","Key":{"pk":{"N":""}}}""", "The parameter cannot be converted to a numeric value: ")]
    [InlineData("Scan", """{"TableName":"t","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":{"N":""}}}""",
        "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value for key :v")]
    public async Task What_reading_found_is_worded_as_today(string operation, string request, string message)
    {
        await using var server = await TestServer.StartAsync(
            decorate: static inner => ClientProxy.Create(inner, static _ => { }), dialect: ValidationDialect.Classic);

        (await server.SendAsync(operation, request))
            .ShouldBe(HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.validate#ValidationException","message":"{{message}}"}""");
    }
}

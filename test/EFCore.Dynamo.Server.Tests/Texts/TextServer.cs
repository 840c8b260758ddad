using System.Net;
using System.Text.Json;

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>A server with a few tables, for tests that only look at the texts of errors.</summary>
/// <remarks>
///     <c>hash</c>: pk S. <c>range</c>: pk S, sk N. <c>indexed</c>: pk S, sk S; local index <c>local</c> (pk, n N; KEYS_ONLY), global indexes <c>global</c> (g S, sk S; KEYS_ONLY)
///     and <c>binary</c> (b B; ALL).
/// </remarks>
public sealed class TextServer : IAsyncLifetime
{
    private static readonly string[] CreateRequests =
    [
        """{"TableName":"hash","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}""",
        """
        {"TableName":"range","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}],
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}
        """,
        """
        {"TableName":"indexed","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"},{"AttributeName":"n","AttributeType":"N"},
                                 {"AttributeName":"g","AttributeType":"S"},{"AttributeName":"b","AttributeType":"B"}],
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "LocalSecondaryIndexes":[{"IndexName":"local","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"n","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}],
         "GlobalSecondaryIndexes":[{"IndexName":"global","KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"}},
                                   {"IndexName":"binary","KeySchema":[{"AttributeName":"b","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]}
        """,
    ];

    private TestServer _server = null!; // set before the first test

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        foreach (var request in CreateRequests)
            (await _server.SendAsync("CreateTable", request)).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>The answer to a request that must succeed.</summary>
    internal async Task<string> AnswerAsync(string operation, string json)
    {
        var answer = await _server.SendAsync(operation, json);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Body;
    }

    /// <summary>The request is answered with this error.</summary>
    internal async Task FailsAsync(string operation, string json, string message, string type = "com.amazon.coral.validate#ValidationException")
    {
        var error = await ErrorAsync(operation, json);

        MessageOf(error).ShouldBe(message);
        error.GetProperty("__type").GetString().ShouldBe(type);
    }

    /// <summary>The text of the error that the request is answered with.</summary>
    internal async Task<string> MessageAsync(string operation, string json) => MessageOf(await ErrorAsync(operation, json)).ShouldNotBeNull();

    private async Task<JsonElement> ErrorAsync(string operation, string json)
    {
        var answer = await _server.SendAsync(operation, json);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private static string? MessageOf(JsonElement error)
        => error.TryGetProperty("message", out var text) || error.TryGetProperty("Message", out text) ? text.GetString() : null;
}

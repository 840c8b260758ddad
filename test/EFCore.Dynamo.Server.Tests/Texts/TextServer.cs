using System.Net;
using System.Text.Json;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>A server of each dialect with a few tables, for tests that only look at the texts of errors. Both get every request.</summary>
/// <remarks>
///     <c>hash</c>: pk S. <c>range</c>: pk S, sk N. <c>indexed</c>: pk S, sk S; local index <c>local</c> (pk, n N; KEYS_ONLY), global indexes <c>global</c> (g
///     S, sk S; KEYS_ONLY) and <c>binary</c> (b B; ALL).
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

    private TestServer _current = null!; // set before the first test
    private TestServer _classic = null!; // set before the first test

    public async Task InitializeAsync()
    {
        _current = await TestServer.StartAsync(dialect: ValidationDialect.Current);
        _classic = await TestServer.StartAsync(dialect: ValidationDialect.Classic);
        foreach (var request in CreateRequests)
        {
            _ = await AnswerAsync("CreateTable", request);
        }
    }

    public async Task DisposeAsync()
    {
        await _current.DisposeAsync();
        await _classic.DisposeAsync();
    }

    /// <summary>The answer of today's dialect to a request that must succeed in both.</summary>
    internal async Task<string> AnswerAsync(string operation, string json)
    {
        _ = await AnswerAsync(_classic, operation, json);
        return await AnswerAsync(_current, operation, json);
    }

    /// <summary>The request is answered with this error in both dialects.</summary>
    internal async Task FailsAsync(string operation, string json, string message, string type = "com.amazon.coral.validate#ValidationException")
    {
        await FailsAsync(_current, operation, json, message, type);
        await FailsAsync(_classic, operation, json, message, type);
    }

    /// <summary>The request is answered with a ValidationException, which the dialects word differently.</summary>
    internal async Task FailsByDialectAsync(string operation, string json, string current, string classic)
    {
        await FailsAsync(_current, operation, json, current, "com.amazon.coral.validate#ValidationException");
        await FailsAsync(_classic, operation, json, classic, "com.amazon.coral.validate#ValidationException");
    }

    /// <summary>What both dialects answer.</summary>
    internal async Task<(Answer Current, Answer Classic)> AnswersAsync(string operation, string json)
        => (await _current.SendAsync(operation, json), await _classic.SendAsync(operation, json));

    /// <summary>The text of the error that the request is answered with today.</summary>
    internal async Task<string> MessageAsync(string operation, string json) => MessageOf(await ErrorAsync(_current, operation, json)).ShouldNotBeNull();

    private static async Task<string> AnswerAsync(TestServer server, string operation, string json)
    {
        var answer = await server.SendAsync(operation, json);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Body;
    }

    private static async Task FailsAsync(TestServer server, string operation, string json, string message, string type)
    {
        var error = await ErrorAsync(server, operation, json);

        MessageOf(error).ShouldBe(message);
        error.GetProperty("__type").GetString().ShouldBe(type);
    }

    private static async Task<JsonElement> ErrorAsync(TestServer server, string operation, string json)
    {
        var answer = await server.SendAsync(operation, json);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private static string? MessageOf(JsonElement error)
        => error.TryGetProperty("message", out var text) || error.TryGetProperty("Message", out text) ? text.GetString() : null;
}

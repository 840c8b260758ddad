using System.Net.Http.Headers;
using System.Text;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>A server on a free port in front of an engine in memory.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string JsonContentType = "application/x-amz-json-1.0";

    /// <summary>An Authorization header with all its parts and no meaning.</summary>
    public const string AnySignature = "AWS4-HMAC-SHA256 Credential=key/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private readonly EmbeddedDynamoClient _engine;

    private TestServer(EmbeddedDynamoClient engine, DynamoServer server)
    {
        _engine = engine;
        Server = server;
        Http = new HttpClient { BaseAddress = server.Endpoint };
    }

    public DynamoServer Server { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it.</summary>
    /// <param name="options">What differs from the defaults; the port is always a free one.</param>
    /// <param name="decorate">What stands in front of the engine.</param>
    /// <param name="dataDirectory">The engine's; null for one in memory.</param>
    /// <param name="dialect">The engine's.</param>
    public static async Task<TestServer> StartAsync(
        DynamoServerOptions? options = null,
        Func<IDynamoClient, IDynamoClient>? decorate = null,
        string? dataDirectory = null,
        ValidationDialect dialect = default)
    {
        var engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = dataDirectory, ValidationDialect = dialect });
        var server = await DynamoServer.StartAsync(decorate?.Invoke(engine) ?? engine, (options ?? new DynamoServerOptions()) with { Port = 0 });
        return new TestServer(engine, server);
    }

    public static HttpRequestMessage Request(string target, string json) => Request(target, Encoding.UTF8.GetBytes(json));

    /// <summary>A request with everything that one needs; tests take away or change what they are about.</summary>
    public static HttpRequestMessage Request(string target, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(JsonContentType);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target).ShouldBeTrue();
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z").ShouldBeTrue();
        request.Headers.TryAddWithoutValidation("Authorization", AnySignature).ShouldBeTrue();
        return request;
    }

    public Task<Answer> SendAsync(string operation, string json) => SendAsync(Request("DynamoDB_20120810." + operation, json));

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        _engine.Dispose();
    }
}

using System.Net;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Without keys of its own the server takes any signature that has all its parts.</summary>
public sealed class AuthorizationShapeTests : IAsyncLifetime
{
    private TestServer _server = null!; // set before each test

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("AWS key:signature")]
    public async Task Without_a_signature_a_token_is_missing(string? authorization)
        => (await SendAsync(authorization)).ShouldBe(
            HttpStatusCode.BadRequest,
            """{"__type":"com.amazon.coral.service#MissingAuthenticationTokenException","message":"Request is missing Authentication Token"}""");

    [Theory]
    [InlineData(
        "AWS4-",
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires "
            + "'SignedHeaders' parameter. Authorization=AWS4-")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b",
        "Authorization header requires 'Signature' parameter. Authorization=AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=,SignedHeaders=b,Signature=c",
        "Authorization header requires 'Credential' parameter. Authorization=AWS4-HMAC-SHA256 Credential=,SignedHeaders=b,Signature=c")]
    public async Task A_signature_without_a_part_is_incomplete(string authorization, string message)
        => (await SendAsync(authorization)).ShouldBe(
            HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.service#IncompleteSignatureException","message":"{{message}}"}""");

    [Fact]
    public async Task A_signature_without_a_date_is_incomplete()
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Headers.Remove("X-Amz-Date");

        (await _server.SendAsync(request)).ShouldBe(
            HttpStatusCode.BadRequest,
            """{"__type":"com.amazon.coral.service#IncompleteSignatureException","message":"Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization="""
            + TestServer.AnySignature + "\"}");
    }

    [Theory]
    [InlineData(
        "?X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-Signature'. AWS query-string "
            + "parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.")]
    [InlineData(
        "?X-Amz-Algorithm=x&X-Amz-Credential=a&X-Amz-SignedHeaders=b&X-Amz-Date=c",
        "AWS query-string parameters must include 'X-Amz-Signature'. Re-examine the query-string parameters.")]
    public async Task A_signature_in_the_query_without_a_part_is_incomplete(string query, string message)
        => (await SendAsync(null, query)).ShouldBe(
            HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.service#IncompleteSignatureException","message":"{{message}}"}""");

    [Fact]
    public async Task A_signature_in_the_query_is_taken()
        => (await SendAsync(null, "?X-Amz-Algorithm=x&X-Amz-Credential=a&X-Amz-Signature=s&X-Amz-SignedHeaders=b&X-Amz-Date=c")).ShouldBe(
            HttpStatusCode.OK, """{"TableNames":[]}""");

    [Fact]
    public async Task Signatures_in_both_places_are_refused()
        => (await SendAsync(TestServer.AnySignature, "?X-Amz-Algorithm=x")).ShouldBe(
            HttpStatusCode.BadRequest,
            """{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."}""");

    private Task<Answer> SendAsync(string? authorization, string query = "")
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.RequestUri = new Uri("/" + query, UriKind.Relative);
        request.Headers.Remove("Authorization");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return _server.SendAsync(request);
    }
}

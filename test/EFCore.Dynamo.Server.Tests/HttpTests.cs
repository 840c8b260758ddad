using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>What is sent and answered below the operations.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private const string NotJson = """{"__type":"com.amazon.coral.service#SerializationException"}""";
    private const string Unknown = """{"__type":"com.amazon.coral.service#UnknownOperationException"}""";

    private TestServer _server = null!; // set before each test

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(new DynamoServerOptions { Region = "eu-west-1", MaxRequestBytes = 200_000 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task GET_answers_the_health_line()
    {
        var answer = await _server.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/?x=y"));

        answer.ShouldBe(HttpStatusCode.OK, "healthy: dynamodb.eu-west-1.amazonaws.com ");
    }

    [Theory]
    [InlineData("/abc")]
    [InlineData("/any/path?x=y")]
    public async Task GET_of_another_path_is_not_found(string path)
        => (await _server.SendAsync(new HttpRequestMessage(HttpMethod.Get, path))).ShouldBe(HttpStatusCode.NotFound, "<UnknownOperationException/>\n");

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEADLESS")]
    public async Task Another_method_is_an_unknown_operation(string method)
    {
        var answer = await _server.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"));

        answer.ShouldBe(HttpStatusCode.NotFound, "<UnknownOperationException/>\n");
    }

    [Fact]
    public async Task An_answer_has_the_services_headers()
    {
        var answer = await _server.SendAsync("ListTables", "{}");

        answer.ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");
        answer.Header("Content-Type").ShouldBe("application/x-amz-json-1.0");
        answer.Header("Content-Length").ShouldBe("17");
        answer.Header("Server").ShouldBe("Server");
        answer.Header("Date").ShouldNotBeNull();
        (await _server.SendAsync("ListTables", "{}")).Header("x-amzn-RequestId").ShouldNotBe(answer.Header("x-amzn-RequestId"));
    }

    [Theory]
    [InlineData("DynamoDB_20120810.GetItems")]
    [InlineData("DynamoDB_20120810.getItem")]
    [InlineData("DynamoDB_20111205.GetItem")]
    [InlineData("GetItem")]
    [InlineData("DynamoDB_20120810.GetItem.x")]
    [InlineData("DynamoDBStreams_20120810.GetItem")]
    [InlineData("DynamoDBStreams_20120810.ListStream")]
    [InlineData("DynamoDB_20120810.ListStreams")]
    public async Task An_unknown_target_is_an_unknown_operation(string target)
        => (await _server.SendAsync(TestServer.Request(target, "{}"))).ShouldBe(HttpStatusCode.BadRequest, Unknown);

    [Fact]
    public async Task Operations_of_later_work_are_unknown_operations_that_name_the_way_out()
    {
        foreach (var name in LaterOperations.Names)
        {
            var answer = await _server.SendAsync(name, """{"TableName":"any"}""");

            answer.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
            answer.Body.ShouldStartWith(
                $$"""{"__type":"com.amazon.coral.service#UnknownOperationException","message":"{{name}} is not supported by this server yet: to """);
        }
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_an_unknown_operation_and_no_body()
    {
        using var connection = await RawConnection.ConnectAsync(_server);
        await connection.SendAsync("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        var answer = await connection.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 404 Not Found\r\n");
        answer.ShouldEndWith("\r\n\r\n");
    }

    [Fact]
    public async Task A_missing_target_is_an_unknown_operation()
    {
        var request = TestServer.Request("", "{}");
        request.Headers.Remove("X-Amz-Target");

        (await _server.SendAsync(request)).ShouldBe(HttpStatusCode.BadRequest, Unknown);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("hello")]
    public async Task A_body_that_is_no_object_is_a_serialization_error_whatever_else_is_wrong(string body)
    {
        (await _server.SendAsync("ListTables", body)).ShouldBe(HttpStatusCode.BadRequest, NotJson);
        (await _server.SendAsync("Nonsense", body)).ShouldBe(HttpStatusCode.BadRequest, NotJson);
    }

    [Fact]
    public async Task Without_a_body_target_and_signature_are_looked_at_first()
    {
        (await _server.SendAsync("ListTables", "")).ShouldBe(HttpStatusCode.BadRequest, NotJson);
        (await _server.SendAsync("Nonsense", "")).ShouldBe(HttpStatusCode.BadRequest, Unknown);
        var unsigned = TestServer.Request("DynamoDB_20120810.ListTables", "");
        unsigned.Headers.Remove("Authorization");
        (await _server.SendAsync(unsigned)).ShouldBe(
            HttpStatusCode.BadRequest,
            """{"__type":"com.amazon.coral.service#MissingAuthenticationTokenException","message":"Request is missing Authentication Token"}""");
        var undated = TestServer.Request("DynamoDB_20120810.ListTables", "");
        undated.Headers.Remove("X-Amz-Date");
        (await _server.SendAsync(undated)).Body.ShouldStartWith("""{"__type":"com.amazon.coral.service#IncompleteSignatureException",""");
    }

    [Fact]
    public async Task Another_content_type_is_an_unknown_operation()
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        (await _server.SendAsync(request)).ShouldBe(HttpStatusCode.NotFound, "<UnknownOperationException/>\n");
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.NotFound, "UnknownOperationException")]
    [InlineData("", HttpStatusCode.NotFound, "UnknownOperationException")]
    [InlineData("{", HttpStatusCode.BadRequest, "SerializationException")]
    public async Task The_plain_JSON_content_type_gets_the_older_form_of_errors(string body, HttpStatusCode status, string code)
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", body);
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var answer = await _server.SendAsync(request);

        answer.ShouldBe(status, $$$"""{"Output":{"__type":"com.amazon.coral.service#{{{code}}}","message":null},"Version":"1.0"}""");
        answer.Header("Content-Type").ShouldBe("application/json");
    }

    [Fact]
    public async Task A_content_type_may_have_parameters()
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-amz-json-1.0; charset=utf-8");

        (await _server.SendAsync(request)).ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Too_large_a_body_is_refused(bool isChunked)
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", new byte[200_001]);
        request.Headers.TransferEncodingChunked = isChunked;

        var answer = await _server.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Body.ShouldContain("RequestEntityTooLargeException");
        (await _server.SendAsync("ListTables", "{}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_largest_body_is_taken()
        => (await _server.SendAsync("ListTables", "{}".PadRight(200_000))).ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("br, deflate;q=0.5, gzip", "deflate")]
    [InlineData("x-unknown,GZIP", "gzip")]
    [InlineData("identity, gzip", null)]
    [InlineData("gzip;q=0, deflate", "deflate")]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0", null)]
    public async Task A_large_answer_is_compressed_as_the_client_asks(string accept, string? encoding)
    {
        for (var i = 0; i < 40; i++)
        {
            (await _server.SendAsync("CreateTable", Tables.Create($"a-table-with-a-long-name-{new string('x', 100)}{i}"))).Status.ShouldBe(HttpStatusCode.OK);
        }

        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);

        var answer = await _server.SendAsync(request);

        answer.Header("Content-Encoding").ShouldBe(encoding);
        answer.ShouldBe(HttpStatusCode.OK, answer.Body);
        Encoding.UTF8.GetString(Decompress(encoding, answer.Bytes)).ShouldStartWith("""{"TableNames":["a-table""");
    }

    [Fact]
    public async Task A_preflight_allows_what_it_asks_for()
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/");
        request.Headers.Add("Origin", "http://example.com");
        request.Headers.Add("Access-Control-Request-Headers", "x-amz-target,authorization");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        var answer = await _server.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Access-Control-Allow-Origin").ShouldBe("*");
        answer.Header("Access-Control-Allow-Headers").ShouldBe("x-amz-target,authorization");
        answer.Header("Access-Control-Allow-Methods").ShouldBe("POST");
        answer.Header("Access-Control-Max-Age").ShouldBe("172800");
        answer.Header("Access-Control-Expose-Headers").ShouldNotBeNull().ShouldContain("x-amzn-RequestId");
        answer.Header("x-amzn-RequestId").ShouldNotBeNull().ShouldMatch("^[A-Z0-9]{52}$");
    }

    [Fact]
    public async Task A_page_of_another_origin_may_read_the_answer()
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Headers.Add("Origin", "http://example.com");

        var answer = await _server.SendAsync(request);

        answer.ShouldBe(HttpStatusCode.OK, """{"TableNames":[]}""");
        answer.Header("Access-Control-Allow-Origin").ShouldBe("*");
        answer.Header("Access-Control-Expose-Headers").ShouldNotBeNull().ShouldContain("x-amzn-RequestId");
    }

    private static byte[] Decompress(string? encoding, byte[] body)
    {
        using var input = new MemoryStream(body);
        using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            "deflate" => new ZLibStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }
}

using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Server.Authentication;
using EFCore.Dynamo.Server.Tests.Sdk;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>With keys of its own the server verifies signatures; the SDK makes them.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the "
            + "service documentation for details.";

    private readonly ShiftedTime _time = new();

    private TestServer _server = null!; // set before each test

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(new DynamoServerOptions
    {
        Region = "eu-west-1",
        TimeProvider = _time,
        AccessKeys = new Dictionary<string, AccessKey> { ["alice"] = new("alice's secret"), ["bob"] = new("bob's secret", "bob's token") },
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_valid_signature_is_let_in()
    {
        using var sdk = Connect(new BasicAWSCredentials("alice", "alice's secret"));

        (await sdk.ListTablesAsync()).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_needs_its_token()
    {
        using var with = Connect(new SessionAWSCredentials("bob", "bob's secret", "bob's token"));
        using var without = Connect(new BasicAWSCredentials("bob", "bob's secret"));
        using var wrong = Connect(new SessionAWSCredentials("bob", "bob's secret", "another"));

        (await with.ListTablesAsync()).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldFailAsync(without, "UnrecognizedClientException", "The security token included in the request is invalid.");
        await ShouldFailAsync(wrong, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    [Fact]
    public async Task An_unknown_key_is_refused()
    {
        using var sdk = Connect(new BasicAWSCredentials("mallory", "alice's secret"));

        await ShouldFailAsync(sdk, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        using var sdk = Connect(new BasicAWSCredentials("alice", "bob's secret"));

        await ShouldFailAsync(sdk, "InvalidSignatureException", Mismatch);
    }

    [Fact]
    public async Task A_changed_body_is_refused()
    {
        using var sdk = Connect(new BasicAWSCredentials("alice", "alice's secret"));
        var signed = await CaptureAsync("alice", "alice's secret");

        (await _server.SendAsync(signed.ToRequest("""{"Limit":7}"""))).Body.ShouldContain("InvalidSignatureException");
        (await _server.SendAsync(signed.ToRequest(signed.Body))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_header_is_refused()
    {
        var signed = await CaptureAsync("alice", "alice's secret");
        var request = signed.ToRequest(signed.Body);
        request.Headers.Remove("X-Amz-Target");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810.DescribeTable");

        (await _server.SendAsync(request)).Body.ShouldContain("InvalidSignatureException");
    }

    [Fact]
    public async Task Another_region_is_refused()
    {
        using var sdk = Connect(new BasicAWSCredentials("alice", "alice's secret"), "us-east-1");

        await ShouldFailAsync(sdk, "InvalidSignatureException", "Credential should be scoped to a valid region, not 'us-east-1'. ");
    }

    [Theory]
    [InlineData(6, "Signature expired: ")]
    [InlineData(-6, "Signature not yet current: ")]
    public async Task A_date_more_than_5_minutes_off_is_refused(int minutes, string message)
    {
        var signed = await CaptureAsync("alice", "alice's secret");

        _time.Shift = TimeSpan.FromMinutes(minutes);
        var answer = await _server.SendAsync(signed.ToRequest(signed.Body));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("InvalidSignatureException");
        answer.Body.ShouldContain(message);
        answer.Body.ShouldContain(minutes > 0 ? " - 5 min.)" : " + 5 min.)");

        _time.Shift = TimeSpan.FromMinutes(minutes * 4 / 6);
        (await _server.SendAsync(signed.ToRequest(signed.Body))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(
        "alice/20260101/eu-west-1/dynamodb",
        "IncompleteSignatureException",
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'alice/20260101/eu-west-1/dynamodb'")]
    [InlineData(
        "alice/20250101/eu-west-1/dynamodb/aws4_request",
        "InvalidSignatureException",
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20250101' != '20260101', from '20260101T000000Z'. ")]
    [InlineData("alice/20260101/eu-west-1/s3/aws4_request", "InvalidSignatureException", "Credential should be scoped to correct service: 'dynamodb'. ")]
    [InlineData(
        "nobody/20260101/eu-west-2/s3/aws4_request",
        "InvalidSignatureException",
        "Credential should be scoped to a valid region, not 'eu-west-2'. Credential should be scoped to correct service: 'dynamodb'. ")]
    [InlineData("nobody/20260101/eu-west-1/dynamodb/aws4_request", "UnrecognizedClientException", "The security token included in the request is invalid.")]
    [InlineData(
        "alice/20260101/eu-west-1/dynamodb/aws5",
        "InvalidSignatureException",
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'. ")]
    public async Task A_wrong_scope_is_refused(string credential, string code, string message)
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature=0");

        (await _server.SendAsync(request)).ShouldBe(HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.service#{{code}}","message":"{{message}}"}""");
    }

    [Fact]
    public async Task A_date_of_another_form_is_refused()
    {
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Headers.Remove("X-Amz-Date");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "yesterday");

        (await _server.SendAsync(request)).Body.ShouldContain("Date must be in ISO-8601 'basic format'. Got 'yesterday'.");
    }

    [Fact]
    public async Task The_query_form_is_verified_too()
    {
        var date = _time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'");
        var query =
            $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=alice%2F{date[..8]}%2Feu-west-1%2Fdynamodb%2Faws4_request&X-Amz-Date={date}&X-Amz-SignedHeaders=host";
        var signature = QuerySignature.Create("alice's secret", "eu-west-1", date, query, _server.Server.Endpoint.Authority, "{}");

        (await SendAsync(query + "&X-Amz-Signature=" + signature)).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(query + "&X-Amz-Signature=" + new string('0', 64))).Body.ShouldContain(Mismatch);
        (await SendAsync(query + "&X-Amz-Expires=100000&X-Amz-Signature=" + signature)).Body.ShouldContain(Mismatch);

        Task<Answer> SendAsync(string fullQuery)
        {
            var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
            request.RequestUri = new Uri("/?" + fullQuery, UriKind.Relative);
            request.Headers.Remove("Authorization");
            return _server.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_request_signed_in_its_query_lives_as_long_as_it_says()
    {
        var date = _time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'");
        var query =
            $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=alice%2F{date[..8]}%2Feu-west-1%2Fdynamodb%2Faws4_request&X-Amz-Date={date}&X-Amz-Expires=1200&X-Amz-SignedHeaders=host";
        query += "&X-Amz-Signature=" + QuerySignature.Create("alice's secret", "eu-west-1", date, query, _server.Server.Endpoint.Authority, "{}");

        _time.Shift = TimeSpan.FromMinutes(19);
        (await SendAsync()).Status.ShouldBe(HttpStatusCode.OK);
        _time.Shift = TimeSpan.FromMinutes(21);
        var answer = await SendAsync();
        answer.Body.ShouldContain("Signature expired: " + date);
        answer.Body.ShouldContain(" - 20 min.)");

        Task<Answer> SendAsync()
        {
            var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
            request.RequestUri = new Uri("/?" + query, UriKind.Relative);
            request.Headers.Remove("Authorization");
            return _server.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_signature_must_cover_the_host()
    {
        var date = _time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'");
        var request = TestServer.Request("DynamoDB_20120810.ListTables", "{}");
        request.Headers.Remove("Authorization");
        request.Headers.Remove("X-Amz-Date");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", date);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=alice/{date[..8]}/eu-west-1/dynamodb/aws4_request, SignedHeaders=x-amz-date, Signature=0");

        (await _server.SendAsync(request)).ShouldBe(
            HttpStatusCode.BadRequest,
            """{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."}""");
    }

    [Fact]
    public async Task A_signed_header_that_did_not_come_is_refused()
    {
        var signed = await CaptureAsync("alice", "alice's secret");
        var request = signed.ToRequest(signed.Body);
        request.Headers.GetValues("Authorization").Single().ShouldContain("x-amz-content-sha256");
        request.Headers.Remove("X-Amz-Content-SHA256").ShouldBeTrue();

        (await _server.SendAsync(request)).Body.ShouldContain(Mismatch);
    }

    [Theory]
    [InlineData("dynamodb", null)]
    [InlineData("streams.dynamodb", "Credential should be scoped to correct service: 'dynamodb'. ")]
    public async Task Streams_are_signed_for_the_same_service(string service, string? message)
    {
        var date = _time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'");
        var query =
            $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=alice%2F{date[..8]}%2Feu-west-1%2F{service}%2Faws4_request&X-Amz-Date={date}&X-Amz-SignedHeaders=host";
        query += "&X-Amz-Signature=" + QuerySignature.Create("alice's secret", "eu-west-1", date, query, _server.Server.Endpoint.Authority, "{}");
        var request = TestServer.Request("DynamoDBStreams_20120810.ListStreams", "{}");
        request.RequestUri = new Uri("/?" + query, UriKind.Relative);
        request.Headers.Remove("Authorization");

        var answer = await _server.SendAsync(request);

        if (message is null)
        {
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        }
        else
        {
            answer.Body.ShouldContain(message);
        }
    }

    private AmazonDynamoDBClient Connect(AWSCredentials credentials, string region = "eu-west-1")
        => SdkClients.Create(_server.Server.Endpoint, credentials, region);

    /// <summary>A request signed by the SDK, as a server sees it.</summary>
    private async Task<SignedRequest> CaptureAsync(string keyId, string secret)
    {
        await using var listener = SignedRequest.Listen(_server.Server.Endpoint.Authority);
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = _server.Server.Endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            HttpClientFactory = listener,
        };
        using var sdk = new AmazonDynamoDBClient(new BasicAWSCredentials(keyId, secret), config);
        _ = await sdk.ListTablesAsync();
        return listener.Captured.ShouldNotBeNull();
    }

    private static async Task ShouldFailAsync(AmazonDynamoDBClient sdk, string code, string message)
    {
        var exception = await Should.ThrowAsync<AmazonDynamoDBException>(() => sdk.ListTablesAsync());
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe(message);
    }

    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}

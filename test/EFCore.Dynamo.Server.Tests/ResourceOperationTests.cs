using System.Net;
using System.Text.Json;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Time to live, tags, policies, limits and endpoints as bytes.</summary>
public sealed class ResourceOperationTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:dynamodb:local:000000000000:table/things";

    private TestServer _server = null!; // set before each test

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        (await _server.SendAsync(
            "CreateTable",
            """{"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}"""))
            .Status.ShouldBe(HttpStatusCode.OK);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Tagging_answers_with_an_empty_body()
    {
        var tagged = await _server.SendAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"k","Value":"v"}]}""");
        tagged.ShouldBe(HttpStatusCode.OK, string.Empty);
        tagged.Header("Content-Length").ShouldBe("0");
        tagged.Header("Content-Type").ShouldBe("application/x-amz-json-1.0");
        tagged.Header("x-amz-crc32").ShouldBe("0");
        (await _server.SendAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{Arn}}"}""")).ShouldBe(
            HttpStatusCode.OK, """{"Tags":[{"Key":"k","Value":"v"}]}""");

        (await _server.SendAsync("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":["k"]}""")).ShouldBe(HttpStatusCode.OK, string.Empty);
        (await _server.SendAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{Arn}}"}""")).ShouldBe(HttpStatusCode.OK, """{"Tags":[]}""");
    }

    [Theory]
    [InlineData("""[{"Value":"v"}]""", "The Tag Key provided is invalid, Key: null")]
    [InlineData("""[{}]""", "The Tag Key provided is invalid, Key: null")]
    [InlineData("""[null]""", "The Tag Key provided is invalid, Key: null")]
    [InlineData("""[{"Key":"k"}]""", "The Tag Value provided is invalid, Value: null")]
    [InlineData("""[{"Key":"k","Value":null}]""", "The Tag Value provided is invalid, Value: null")]
    public async Task A_tag_has_key_and_value(string tags, string message)
    {
        (await _server.SendAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":{{tags}}}"""))
            .ShouldBe(HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.validate#ValidationException","message":"{{message}}"}""");
    }

    [Theory]
    [InlineData(
        "TagResource",
        "2 validation errors detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; Value null at 'tags' failed to "
            + "satisfy constraint: Member must not be null")]
    [InlineData(
        "UntagResource",
        "2 validation errors detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; Value null at 'tagKeys' failed to "
            + "satisfy constraint: Member must not be null")]
    [InlineData("ListTagsOfResource", "1 validation error detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "PutResourcePolicy",
        "2 validation errors detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; Value null at 'policy' failed to "
            + "satisfy constraint: Member must not be null")]
    [InlineData("GetResourcePolicy", "1 validation error detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("DeleteResourcePolicy", "1 validation error detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null")]
    public async Task Missing_members_are_named(string operation, string message)
    {
        (await _server.SendAsync(operation, "{}")).ShouldBe(
            HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.validate#ValidationException","message":"{{message}}"}""");
    }

    [Fact]
    public async Task Another_accounts_table_is_denied()
    {
        (await _server.SendAsync("ListTagsOfResource", """{"ResourceArn":"arn:aws:dynamodb:local:123456789012:table/things"}"""))
            .ShouldBe(HttpStatusCode.BadRequest, """{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"Access is denied"}""");
    }

    [Fact]
    public async Task Policies_answer_with_what_there_is()
    {
        (await _server.SendAsync("DeleteResourcePolicy", $$"""{"ResourceArn":"{{Arn}}"}""")).ShouldBe(HttpStatusCode.OK, "{}");
        (await _server.SendAsync("GetResourcePolicy", $$"""{"ResourceArn":"{{Arn}}"}""")).ShouldBe(
            HttpStatusCode.BadRequest,
            $$"""{"__type":"com.amazonaws.dynamodb.v20120810#PolicyNotFoundException","message":"Resource-based policy not found for the provided ResourceArn: {{Arn}}"}""");
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}""";

        var put = await _server.SendAsync("PutResourcePolicy", JsonSerializer.Serialize(new { ResourceArn = Arn, Policy = policy }));

        put.Body.ShouldMatch("""^\{"RevisionId":"\d{13}"\}$""");
        var revision = JsonDocument.Parse(put.Body).RootElement.GetProperty("RevisionId").GetString();
        (await _server.SendAsync("GetResourcePolicy", $$"""{"ResourceArn":"{{Arn}}"}"""))
            .ShouldBe(HttpStatusCode.OK, $$"""{"Policy":"{{policy.Replace("\"", "\\\"", StringComparison.Ordinal)}}","RevisionId":"{{revision}}"}""");
        (await _server.SendAsync("DeleteResourcePolicy", $$"""{"ResourceArn":"{{Arn}}"}""")).ShouldBe(HttpStatusCode.OK, $$"""{"RevisionId":"{{revision}}"}""");
    }

    [Fact]
    public async Task Time_to_live_shows_its_attribute_while_it_is_on()
    {
        (await _server.SendAsync("DescribeTimeToLive", """{"TableName":"things"}""")).ShouldBe(
            HttpStatusCode.OK, """{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}""");
        (await _server.SendAsync("UpdateTimeToLive", """{"TableName":"things","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"e"}}"""))
            .ShouldBe(HttpStatusCode.OK, """{"TimeToLiveSpecification":{"AttributeName":"e","Enabled":true}}""");
        (await _server.SendAsync("DescribeTimeToLive", """{"TableName":"things"}"""))
            .ShouldBe(HttpStatusCode.OK, """{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"e"}}""");
    }

    [Theory]
    [InlineData("""{"TableName":"things"}""", "Value null at 'timeToLiveSpecification' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        """{"TableName":"things","TimeToLiveSpecification":{"AttributeName":"e"}}""",
        "Value null at 'timeToLiveSpecification.enabled' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        """{"TableName":"things","TimeToLiveSpecification":{"Enabled":false}}""",
        "Value null at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must not be null")]
    public async Task Time_to_live_needs_both_its_members(string request, string violation)
    {
        (await _server.SendAsync("UpdateTimeToLive", request))
            .ShouldBe(
                HttpStatusCode.BadRequest,
                $$"""{"__type":"com.amazon.coral.validate#ValidationException","message":"1 validation error detected: {{violation}}"}""");
    }

    [Fact]
    public async Task Limits_are_numbers()
    {
        (await _server.SendAsync("DescribeLimits", "{}")).ShouldBe(
            HttpStatusCode.OK,
            """{"AccountMaxReadCapacityUnits":80000,"AccountMaxWriteCapacityUnits":80000,"TableMaxReadCapacityUnits":40000,"TableMaxWriteCapacityUnits":40000}""");
    }

    [Fact]
    public async Task The_endpoint_is_the_server_as_the_client_reached_it()
    {
        var address = $"{_server.Server.Endpoint.Host}:{_server.Server.Endpoint.Port}";
        (await _server.SendAsync("DescribeEndpoints", "{}")).ShouldBe(
            HttpStatusCode.OK, $$"""{"Endpoints":[{"Address":"{{address}}","CachePeriodInMinutes":1440}]}""");

        var named = TestServer.Request("DynamoDB_20120810.DescribeEndpoints", "{}");
        named.Headers.Host = "dynamo.test:8123";
        (await _server.SendAsync(named)).ShouldBe(HttpStatusCode.OK, """{"Endpoints":[{"Address":"dynamo.test:8123","CachePeriodInMinutes":1440}]}""");
    }
}

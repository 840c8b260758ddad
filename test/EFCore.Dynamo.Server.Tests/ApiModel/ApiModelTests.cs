using System.Net;
using System.Text.Json.Nodes;

namespace EFCore.Dynamo.Server.Tests.ApiModel;

/// <summary>Every operation and every input member of the service's API models is honoured, or refused by name.</summary>
/// <remarks>
///     A member that is read refuses a token of the wrong kind with SerializationException; one that is skipped does not notice it.
///     So each member of each operation is sent once with a token of the wrong kind, and the answer tells whether the server knows it.
/// </remarks>
public sealed class ApiModelTests
{
    /// <summary>Members of later work: refused by name, with all that is in them.</summary>
    private static readonly string[] RefusedMembers =
    [
        "CreateTable.VectorIndexes", "CreateTable.GlobalTableSourceArn", "CreateTable.GlobalTableSettingsReplicationMode",
        "UpdateTable.ReplicaUpdates", "UpdateTable.MultiRegionConsistency", "UpdateTable.GlobalTableWitnessUpdates",
        "UpdateTable.GlobalTableSettingsReplicationMode", "UpdateTable.VectorIndexUpdates", "UpdateTable.DisassociationProtectionEnabled",
    ];

    private static readonly JsonObject Models = ApiOperations.Read();

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (prefix, operations) in Models)
            {
                foreach (var (name, _) in operations!.AsObject())
                {
                    data.Add(prefix, name);
                }
            }

            return data;
        }
    }

    [ApiModelFact]
    public void The_models_in_brief_are_the_services_models()
        => ApiOperations.Read().ToJsonString().ShouldBe(
            ApiOperations.ReadFromModels(ApiModelFactAttribute.Directory!).ToJsonString()); // not null where the test runs

    [Fact]
    public void The_models_have_all_their_operations()
    {
        Models["DynamoDB_20120810"]!.AsObject().Count.ShouldBe(62);
        Models["DynamoDBStreams_20120810"]!.AsObject().Count.ShouldBe(4);
        LaterOperations.Names.ShouldBeSubsetOf(Models["DynamoDB_20120810"]!.AsObject().Select(static pair => pair.Key));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_answered_or_unknown(string prefix, string operation)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, prefix, operation, []);
        if (LaterOperations.Names.Contains(operation))
        {
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            TypeOf(answer).ShouldBe("com.amazon.coral.service#UnknownOperationException");
            answer.Body.ShouldContain($"\"{operation} is not supported by this server yet: ");
        }
        else
        {
            ((int)answer.Status).ShouldBeOneOf([200, 400]);
            TypeOf(answer).ShouldNotEndWith("UnknownOperationException");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_member_is_read_or_refused_by_name(string prefix, string operation)
    {
        if (LaterOperations.Names.Contains(operation))
        {
            return;
        }

        await using var server = await TestServer.StartAsync();
        var input = Models[prefix]![operation]!;
        var unread = new List<string>();
        foreach (var path in ApiOperations.GetMemberPaths(input))
        {
            var wrong = ApiOperations.Follow(input, path) is JsonObject or JsonArray ? JsonValue.Create("no structure") : (JsonNode)new JsonArray();
            var answer = await SendAsync(server, prefix, operation, Nest(path, wrong));
            var isRefused = RefusedMembers.Contains($"{operation}.{path[0]}");
            var isKnown = isRefused
                ? TypeOf(answer).EndsWith("#ValidationException", StringComparison.Ordinal) && answer.Body.Contains(path[0], StringComparison.Ordinal)
                : TypeOf(answer).EndsWith("#SerializationException", StringComparison.Ordinal);
            if (!isKnown)
            {
                unread.Add($"{string.Join('.', path)}: {answer.Body}");
            }
        }

        unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("S")]
    [InlineData("N")]
    [InlineData("B")]
    [InlineData("SS")]
    [InlineData("NS")]
    [InlineData("BS")]
    [InlineData("M")]
    [InlineData("L")]
    [InlineData("NULL")]
    [InlineData("BOOL")]
    public async Task Every_type_of_an_attribute_value_is_read(string type)
    {
        await using var server = await TestServer.StartAsync();
        var wrong = type is "SS" or "NS" or "BS" or "M" or "L" ? JsonValue.Create("no collection") : (JsonNode)new JsonArray();
        var answer = await SendAsync(server, "DynamoDB_20120810", "PutItem", Nest(["Item", "a", type], wrong));
        TypeOf(answer).ShouldEndWith("#SerializationException");
    }

    [Fact]
    public async Task A_member_outside_the_model_is_not_noticed()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, "DynamoDB_20120810", "ListTables", Nest(["NoSuchMember"], new JsonArray()));
        answer.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static JsonObject Nest(IReadOnlyList<string> path, JsonNode leaf)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            leaf = path[i] == "[]" ? new JsonArray(leaf) : new JsonObject { [path[i]] = leaf };
        }

        return leaf.AsObject();
    }

    private static Task<Answer> SendAsync(TestServer server, string prefix, string operation, JsonObject body)
        => server.SendAsync(TestServer.Request($"{prefix}.{operation}", body.ToJsonString()));

    private static string TypeOf(Answer answer)
        => answer.Status == HttpStatusCode.OK ? string.Empty : JsonNode.Parse(answer.Body)?["__type"]?.GetValue<string>() ?? string.Empty;
}

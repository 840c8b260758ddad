using System.Net;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>PartiQL on the wire: members, texts and types of errors to the letter.</summary>
public sealed class PartiQlTests : IAsyncLifetime
{
    private const string TooDeep = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    private TestServer _server = null!; // set before each test

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        (await _server.SendAsync("CreateTable", Tables.Create("music"))).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.SendAsync("PutItem", """{"TableName":"music","Item":{"pk":{"S":"a"},"n":{"N":"1"}}}""")).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("""{"Statement":"SELECT * FROM music WHERE pk = ?","Parameters":[{"S":"a"}]}""", """{"Items":[{"n":{"N":"1"},"pk":{"S":"a"}}]}""")]
    [InlineData(
        """{"Statement":"SELECT n FROM \"music\"","ReturnConsumedCapacity":"TOTAL"}""",
        """{"Items":[{"n":{"N":"1"}}],"ConsumedCapacity":{"TableName":"music","CapacityUnits":0.5}}""")]
    [InlineData("""{"Statement":"SELECT n FROM music WHERE pk = 'b'"}""", """{"Items":[]}""")]
    [InlineData("""{"Statement":"INSERT INTO music VALUE {'pk':'b'}"}""", """{"Items":[]}""")]
    [InlineData("""{"Statement":"UPDATE music SET n = n + 1 WHERE pk = 'a' RETURNING MODIFIED NEW *"}""", """{"Items":[{"n":{"N":"2"}}]}""")]
    [InlineData("""{"Statement":"DELETE FROM music WHERE pk = 'a' RETURNING ALL OLD *","Unknown":1}""", """{"Items":[{"n":{"N":"1"},"pk":{"S":"a"}}]}""")]
    public async Task ExecuteStatement_answers(string request, string response)
        => (await _server.SendAsync("ExecuteStatement", request)).ShouldBe(HttpStatusCode.OK, response);

    [Theory]
    [InlineData(
        """{"Statement":"SELECT * FROM musik"}""",
        """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found"}""")]
    [InlineData(
        """{"Statement":"SLECT * FROM music"}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"Statement wasn't well formed, can't be processed: Expected data manipulation"}""")]
    [InlineData(
        """{"Statement":"INSERT INTO music VALUE {'pk':'a'}"}""",
        """{"__type":"com.amazonaws.dynamodb.v20120810#DuplicateItemException","message":"Duplicate primary key exists in table"}""")]
    [InlineData(
        """{"Statement":"UPDATE music SET n = 1 WHERE pk = 'a' AND n = 7","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}""",
        """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"n":{"N":"1"},"pk":{"S":"a"}}}""")]
    [InlineData(
        """{}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"1 validation error detected: Value null at 'statement' failed to satisfy constraint: Member must not be null"}""")]
    [InlineData(
        """{"Statement":"","NextToken":""}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"2 validation errors detected: Value '' at 'statement' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1"}""")]
    [InlineData(
        """{"Statement":"SELECT * FROM music","Parameters":[]}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1"}""")]
    [InlineData(
        """{"Statement":"SELECT * FROM music WHERE pk = ?","Parameters":[{}]}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"}""")]
    [InlineData(
        """{"Statement":"SELECT * FROM music WHERE pk = ?","Parameters":[{"N":"x"}]}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"The parameter cannot be converted to a numeric value: x"}""")]
    [InlineData(
        """{"Statement":5}""", """{"__type":"com.amazon.coral.service#SerializationException","Message":"NUMBER_VALUE cannot be converted to String"}""")]
    [InlineData(
        """{"Statement":"SELECT * FROM music","ReturnConsumedCapacity":"SOME"}""",
        """{"__type":"com.amazon.coral.validate#ValidationException","message":"1 validation error detected: Value 'SOME' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"}""")]
    public async Task ExecuteStatement_refuses(string request, string response)
        => (await _server.SendAsync("ExecuteStatement", request)).ShouldBe(HttpStatusCode.BadRequest, response);

    [Fact]
    public async Task Batch_answers_each_statement_in_its_place()
        => (await _server.SendAsync("BatchExecuteStatement", """
            {"Statements":[{"Statement":"INSERT INTO music VALUE {'pk':'a'}"},{"Statement":"UPDATE music SET n = ? WHERE pk = 'a' AND n = 5","Parameters":[{"N":"2"}],"ReturnValuesOnConditionCheckFailure":"ALL_OLD"},
             {"Statement":"INSERT INTO music VALUE {'pk':'c'}"},{"Statement":"nonsense"}],"ReturnConsumedCapacity":"TOTAL"}
            """)).ShouldBe(
            HttpStatusCode.OK,
            """{"Responses":[{"Error":{"Code":"DuplicateItem","Message":"Duplicate primary key exists in table"},"TableName":"music"},"""
            + """{"Error":{"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"n":{"N":"1"},"pk":{"S":"a"}}},"TableName":"music"},{"TableName":"music"},"""
            + """{"Error":{"Code":"ValidationError","Message":"The statement must be a SELECT, INSERT, UPDATE or DELETE"}}],"ConsumedCapacity":[{"TableName":"music","CapacityUnits":1.0}]}""");

    [Theory]
    [InlineData("""{"N":"1e99999999999"}""", "The parameter cannot be converted to a numeric value: 1e99999999999")]
    [InlineData("""{"N":"1e2147483648"}""", "The parameter cannot be converted to a numeric value: 1e2147483648")]
    [InlineData("""{"N":"1e-2147483648"}""", "The parameter cannot be converted to a numeric value: 1e-2147483648")]
    [InlineData("""{"N":"1e2147483647"}""", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("""{"N":"1e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"NS":["1","1e2147483647"]}""", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("""{"L":[DEEP,{"N":"x"}]}""", TooDeep)]
    [InlineData("""DEEP,{"N":"x"}""", TooDeep)]
    [InlineData("""{"L":[{"N":"x"},DEEP]}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("""{"N":"x"},DEEP""", "The parameter cannot be converted to a numeric value: x")]
    public async Task Parameters_are_read_by_rules_of_their_own(string parameters, string message)
    {
        const int levels = 70;
        parameters = parameters.Replace(
            "DEEP", $"{string.Concat(Enumerable.Repeat("""{"L":[""", levels))}{string.Concat(Enumerable.Repeat("]}", levels))}", StringComparison.Ordinal);
        var statement = $$"""{"Statement":"SELECT * FROM music WHERE pk = 'b' AND n IN [?,?]","Parameters":[{{parameters}}]}""";
        var good = """{"Statement":"SELECT n FROM music WHERE pk = ?","Parameters":[{"S":"a"}]}""";
        var error = $$"""{"__type":"com.amazon.coral.validate#ValidationException","message":"{{message}}"}""";

        (await _server.SendAsync("ExecuteStatement", statement)).ShouldBe(HttpStatusCode.BadRequest, error);
        (await _server.SendAsync("ExecuteTransaction", $$"""{"TransactStatements":[{{good}},{{statement}}]}""")).ShouldBe(HttpStatusCode.BadRequest, error);
        (await _server.SendAsync("BatchExecuteStatement", $$"""{"Statements":[{{statement}},{{good}}]}""")).ShouldBe(
            HttpStatusCode.OK,
            $$$$"""{"Responses":[{"Error":{"Code":"ValidationError","Message":"{{{{message}}}}"}},{"TableName":"music","Item":{"n":{"N":"1"}}}]}""");
        (await _server.SendAsync(
            "BatchExecuteStatement",
            $$"""{"Statements":[{{statement.Replace(
                "SELECT *", "DELETE", StringComparison.Ordinal)}},{"Statement":"DELETE FROM music WHERE pk = 'b'"}]}""")).ShouldBe(
            HttpStatusCode.OK, $$$$"""{"Responses":[{"Error":{"Code":"ValidationError","Message":"{{{{message}}}}"}},{"TableName":"music"}]}""");
    }

    [Fact]
    public async Task Transaction_answers_each_statement_and_cancels_with_reasons()
    {
        (await _server.SendAsync(
            "ExecuteTransaction",
            """{"TransactStatements":[{"Statement":"SELECT * FROM music WHERE pk = 'a'"},{"Statement":"SELECT x FROM music WHERE pk = 'b'"}]}"""))
            .ShouldBe(HttpStatusCode.OK, """{"Responses":[{"Item":{"n":{"N":"1"},"pk":{"S":"a"}}},{}]}""");
        (await _server.SendAsync("ExecuteTransaction", """{"TransactStatements":[{"Statement":"SELECT x FROM music WHERE pk = 'a'"}]}""")).ShouldBe(
            HttpStatusCode.OK, """{"Responses":[{"Item":{}}]}""");
        (await _server.SendAsync(
            "ExecuteTransaction",
            """{"TransactStatements":[{"Statement":"INSERT INTO music VALUE {'pk':'b'}"},{"Statement":"DELETE FROM music WHERE pk = 'x'"}]}"""))
            .ShouldBe(HttpStatusCode.OK, """{"Responses":[]}""");
        (await _server.SendAsync(
            "ExecuteTransaction",
            """{"TransactStatements":[{"Statement":"INSERT INTO music VALUE {'pk':'a'}"},{"Statement":"DELETE FROM music WHERE pk = 'x'"}]}""")).ShouldBe(
            HttpStatusCode.BadRequest,
            """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [DuplicateItem, None]","""
            + """ "CancellationReasons":[{"Code":"DuplicateItem","Message":"Duplicate primary key exists in table"},{"Code":"None"}]}""".TrimStart());
    }

    [Theory]
    [InlineData(
        "BatchExecuteStatement",
        """{"Statements":[null]}""",
        "1 validation error detected: Value null at 'statements.1.member' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "BatchExecuteStatement",
        """{"Statements":[{"Statement":"SELECT * FROM music"},{"Parameters":[]}]}""",
        "2 validation errors detected: Value null at 'statements.2.member.statement' failed to satisfy constraint: Member must not be null; Value '[]' at "
            + "'statements.2.member.parameters' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData(
        "BatchExecuteStatement",
        """{"Statements":[{"Statement":"SELECT * FROM music"},{"Statement":"SELECT * FROM music","Parameters":[{"S":null}]}]}""",
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData(
        "ExecuteTransaction",
        """{"TransactStatements":[],"ClientRequestToken":""}""",
        "2 validation errors detected: Value '[]' at 'transactStatements' failed to satisfy constraint: Member must have length greater than or equal to 1; "
            + "Value '' at 'clientRequestToken' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    public async Task Constraints_name_the_statement(string operation, string request, string message)
        => (await _server.SendAsync(operation, request)).ShouldBe(
            HttpStatusCode.BadRequest, $$"""{"__type":"com.amazon.coral.validate#ValidationException","message":"{{message}}"}""");
}

using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Tests;

public sealed class LegacyRequestTests
{
    private const string Operators = "[IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]";

    [Fact]
    public void Expected_reads_both_forms()
    {
        var request = Wire.ParsePut("""
            {"Expected":{"a":{"Exists":false},"b":{"Value":{"S":"x"},"Exists":null},"c":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"1"},{"N":"2"}]},"d":null,
             "e":{"Unknown":[1],"AttributeValueList":[]}},"ConditionalOperator":"OR","AttributeUpdates":"not a member of PutItem"}
            """);

        request.ConditionalOperator.ShouldBe(ConditionalOperator.Or);
        var expected = request.Expected.ShouldNotBeNull();
        expected["a"].ShouldBe(new ExpectedAttributeValue { Exists = false });
        expected["b"].ShouldBe(new ExpectedAttributeValue { Value = AttributeValue.FromString("x") });
        expected["c"].ComparisonOperator.ShouldBe(ComparisonOperator.Between);
        expected["c"].AttributeValueList.ShouldBe([AttributeValue.FromNumber(1), AttributeValue.FromNumber(2)]);
        expected["d"].ShouldBeNull();
        expected["e"].AttributeValueList.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public void AttributeUpdates_read_actions_and_values()
    {
        var updates = Parse<UpdateItemProtocol, UpdateItemRequest, UpdateItemResponse>("""
            {"AttributeUpdates":{"a":{"Value":{"L":[{"NULL":true}]}},"b":{"Action":"DELETE"},"c":{"Action":"ADD","Value":{"NS":["1"]}},"d":{"Action":"PUT","Value":{"S":""}}}}
            """).AttributeUpdates.ShouldNotBeNull();

        updates["a"].ShouldBe(new AttributeValueUpdate { Value = AttributeValue.FromList(AttributeValue.Null) });
        updates["b"].ShouldBe(new AttributeValueUpdate { Action = AttributeAction.Delete });
        updates["c"].ShouldBe(new AttributeValueUpdate { Action = AttributeAction.Add, Value = AttributeValue.FromNumberSet([DynamoNumber.FromInt64(1)]) });
        updates["d"].ShouldBe(new AttributeValueUpdate { Action = AttributeAction.Put, Value = AttributeValue.FromString(string.Empty) });
    }

    [Fact]
    public void Reads_take_conditions_and_names()
    {
        var query = Parse<QueryProtocol, QueryRequest, QueryResponse>("""
            {"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"QueryFilter":{"x":{"ComparisonOperator":"NOT_NULL"}},
             "ConditionalOperator":"AND","AttributesToGet":["x","y"]}
            """);
        query.KeyConditions.ShouldNotBeNull()["pk"].AttributeValueList.ShouldBe([AttributeValue.FromString("a")]);
        query.QueryFilter.ShouldNotBeNull()["x"].ShouldBe(new Condition { ComparisonOperator = ComparisonOperator.NotNull });
        query.ConditionalOperator.ShouldBe(ConditionalOperator.And);
        query.AttributesToGet.ShouldBe(["x", "y"]);

        var scan = Parse<ScanProtocol, ScanRequest, ScanResponse>("""{"ScanFilter":{"x":{}},"AttributesToGet":["x"]}""");
        scan.ScanFilter.ShouldNotBeNull()["x"].ShouldBe(new Condition());
        scan.AttributesToGet.ShouldBe(["x"]);
        Parse<GetItemProtocol, GetItemRequest, GetItemResponse>("""{"AttributesToGet":["x"]}""").AttributesToGet.ShouldBe(["x"]);
        Parse<BatchGetItemProtocol, BatchGetItemRequest, BatchGetItemResponse>("""{"RequestItems":{"t":{"AttributesToGet":["x"]}}}""")
            .RequestItems.ShouldNotBeNull()["t"].AttributesToGet.ShouldBe(["x"]);
    }

    [Fact]
    public void Every_operator_has_its_name()
    {
        foreach (var (name, comparison) in new (string, ComparisonOperator)[]
        {
            (
                "EQ",
                ComparisonOperator.Equal), ("NE", ComparisonOperator.NotEqual), ("LE", ComparisonOperator.LessThanOrEqual), ("LT", ComparisonOperator.LessThan),
            (
                "GE",
                ComparisonOperator.GreaterThanOrEqual), ("GT", ComparisonOperator.GreaterThan), ("NOT_NULL", ComparisonOperator.NotNull), ("NULL", ComparisonOperator.Null),
            ("CONTAINS", ComparisonOperator.Contains), ("NOT_CONTAINS", ComparisonOperator.NotContains), ("BEGINS_WITH", ComparisonOperator.BeginsWith),
            ("IN", ComparisonOperator.In), ("BETWEEN", ComparisonOperator.Between),
        })
        {
            ParseScan(
                """{"ScanFilter":{"x":{"ComparisonOperator":"@"}}}""".Replace(
                    "@", name, StringComparison.Ordinal)).ScanFilter.ShouldNotBeNull()["x"].ComparisonOperator.ShouldBe(comparison);
        }
    }

    [Theory]
    [InlineData(
        """{"ScanFilter":{"a b":{"ComparisonOperator":"LIKE"}}}""",
        "Value 'LIKE' at 'scanFilter.a b.member.comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: " + Operators)]
    [InlineData(
        """{"ConditionalOperator":"XOR"}""",
        "Value 'XOR' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]")]
    public void An_unknown_name_of_an_enumeration_is_a_violated_constraint(string json, string message)
        => Should.Throw<DynamoValidationException>(() => ParseScan(json)).Message.ShouldBe("1 validation error detected: " + message);

    [Theory]
    [InlineData(
        """{"Expected":{"a":{"ComparisonOperator":"eq"}}}""",
        "Value 'eq' at 'expected.a.member.comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: " + Operators)]
    [InlineData(
        """{"AttributeUpdates":{"a":{"Action":"SET"}}}""",
        "Value 'SET' at 'attributeUpdates.a.member.action' failed to satisfy constraint: Member must satisfy enum value set: [ADD, DELETE, PUT]")]
    public void So_it_is_in_an_update(string json, string message)
        => Should.Throw<DynamoValidationException>(() => Parse<UpdateItemProtocol, UpdateItemRequest, UpdateItemResponse>(json)).Message.ShouldBe(
            "1 validation error detected: " + message);

    [Theory]
    [InlineData("""{"ScanFilter":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.Condition>")]
    [InlineData("""{"ScanFilter":"x"}""", "Unexpected field type")]
    [InlineData("""{"ScanFilter":{"x":"EQ"}}""", "Unexpected value type in payload")]
    [InlineData("""{"ScanFilter":{"x":[]}}""", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.Condition")]
    [InlineData("""{"ScanFilter":{"x":{"ComparisonOperator":1}}}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"ScanFilter":{"x":{"AttributeValueList":{}}}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"ScanFilter":{"x":{"AttributeValueList":["a"]}}}""", "Unexpected value type in payload")]
    [InlineData("""{"ScanFilter":{"x":{"AttributeValueList":[{"S":1}]}}}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"AttributesToGet":"a"}""", "Unexpected field type")]
    [InlineData("""{"AttributesToGet":[1]}""", "NUMBER_VALUE cannot be converted to String")]
    public void A_token_of_the_wrong_kind_is_a_serialization_error(string json, string message)
    {
        var error = Should.Throw<ProtocolException>(() => ParseScan(json));

        error.ErrorCode.ShouldBe("SerializationException");
        error.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("""{"Expected":{"a":{"Value":"x"}}}""", "Unexpected field type")]
    [InlineData("""{"Expected":{"a":{"Exists":"true"}}}""", "Unexpected token received from parser")]
    [InlineData("""{"Expected":{"a":{"Value":[]}}}""", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue")]
    public void So_it_is_in_a_condition_of_a_write(string json, string message)
        => Should.Throw<ProtocolException>(() => Wire.ParsePut(json)).Message.ShouldBe(message);

    [Theory]
    [InlineData("""{"Expected":{"a":{"Value":{}}}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData(
        """{"Expected":{"a":{"Value":{"S":"x","N":"1"}}}}""",
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData(
        """{"Expected":{"a":{"AttributeValueList":[null]}}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"Expected":{"a":{"AttributeValueList":[{"SS":[]}]}}}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"Expected":{"a":{"Value":{"SS":["x","x"]}}}}""", "One or more parameter values were invalid: Input collection [x, x] contains duplicates.")]
    [InlineData("""{"Expected":{"a":{"Value":{"N":"x"}},"b":{"Value":{"N":"1"}}}}""", "The parameter cannot be converted to a numeric value: x")]
    public void A_value_that_is_none_is_refused(string json, string message)
        => Should.Throw<DynamoValidationException>(() => Wire.ParsePut(json)).Message.ShouldBe(message);

    [Fact]
    public void Unprocessed_keys_keep_their_names()
    {
        var response = new BatchGetItemResponse
        {
            Responses = new Dictionary<string, IReadOnlyList<Item>>(),
            UnprocessedKeys = new Dictionary<string, KeysAndAttributes>
            {
                ["t"] = new() { Keys = [Item.Create(("a", AttributeValue.FromString("x")))], AttributesToGet = ["b", "c"] },
            },
        };

        Wire.Write(writer => BatchGetItemProtocol.Write(writer, new BatchGetItemRequest(), response))
            .ShouldBe("""{"Responses":{},"UnprocessedKeys":{"t":{"Keys":[{"a":{"S":"x"}}],"AttributesToGet":["b","c"]}}}""");
    }

    private static ScanRequest ParseScan(string json) => Parse<ScanProtocol, ScanRequest, ScanResponse>(json);

    private static TRequest Parse<TProtocol, TRequest, TResponse>(string json)
        where TProtocol : IOperationProtocol<TRequest, TResponse> => Wire.Parse<TProtocol, TRequest, TResponse>(json);
}

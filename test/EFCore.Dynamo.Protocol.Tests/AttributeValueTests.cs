using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Tests;

public sealed class AttributeValueTests
{
    private const string Cast = "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class"
        + " (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class are in module java.base of loader 'bootstrap')";

    [Theory]
    [InlineData("""{"S":"x"}""")]
    [InlineData("""{"S":""}""")]
    [InlineData("""{"S":"\u0001 \\ \" é <&>'+"}""")]
    [InlineData("""{"S":"\uD83D\uDE00"}""")]
    [InlineData("""{"N":"-12.5"}""")]
    [InlineData("""{"B":"AAEC"}""")]
    [InlineData("""{"B":""}""")]
    [InlineData("""{"B":"+/8="}""")]
    [InlineData("""{"BOOL":false}""")]
    [InlineData("""{"NULL":true}""")]
    [InlineData("""{"SS":["a","b"]}""")]
    [InlineData("""{"NS":["1","2"]}""")]
    [InlineData("""{"BS":["AA==","AQ=="]}""")]
    [InlineData("""{"L":[]}""")]
    [InlineData("""{"L":[{"S":"a"},{"L":[{"NULL":true}]}]}""")]
    [InlineData("""{"M":{}}""")]
    [InlineData("""{"M":{"a":{"M":{"b":{"N":"1"}}}}}""")]
    public void A_value_is_written_as_it_was_read(string json)
        => Wire.Write(Wire.ParseItem($$"""{"a":{{json}}}""")).ShouldBe($$"""{"a":{{json}}}""");

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("+1e2", "100")]
    [InlineData("00.50", "0.5")]
    [InlineData(
        "1E-130", "0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001")]
    public void A_number_is_returned_in_plain_notation(string sent, string returned)
        => Wire.Write(Wire.ParseItem($$$"""{"a":{"N":"{{{sent}}}"}}""")).ShouldBe($$$"""{"a":{"N":"{{{returned}}}"}}""");

    [Theory]
    [InlineData("""{"S":"x","X":{"deep":[1,{"S":null}]}}""")]
    [InlineData("""{"N":null,"S":"x"}""")]
    [InlineData("""{"\u0053":"\u0078"}""")]
    public void Unknown_and_null_members_of_a_value_are_ignored(string json)
        => Wire.ParseItem($$"""{"a":{{json}}}""")["a"].ShouldBe(AttributeValue.FromString("x"));

    [Theory]
    [InlineData("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("null", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":null}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"X":"1"}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"s":"1"}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"L":[{}]}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"M":{"x":{}}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":"a","N":"1"}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("""{"M":{},"L":[]}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":"a","N":"b"}""", "The parameter cannot be converted to a numeric value: b")]
    [InlineData("""{"NULL":false}""", "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"1x"}""", "The parameter cannot be converted to a numeric value: 1x")]
    [InlineData("""{"N":"0e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("""{"N":"0e-131"}""", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("""{"N":"1e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("""{"N":"1e-131"}""", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("""{"N":"123456789012345678901234567890123456789"}""", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("""{"SS":[]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"NS":[]}""", "One or more parameter values were invalid: An number set  may not be empty")]
    [InlineData("""{"SS":["a","b","a"]}""", "One or more parameter values were invalid: Input collection [a, b, a] contains duplicates.")]
    [InlineData("""{"NS":["1","1.0"]}""", "Input collection contains duplicates")]
    [InlineData("""{"BS":["AA==","AA=="]}""", "One or more parameter values were invalid: Input collection [AA==, AA==]of type BS contains duplicates.")]
    public void A_value_that_is_none_is_refused(string json, string message)
    {
        var error = Wire.ErrorOfValue(json);

        error.ShouldBeOfType<DynamoValidationException>();
        error.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("[]", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue")]
    [InlineData("\"x\"", "Unexpected value type in payload")]
    [InlineData("1", "Unexpected value type in payload")]
    [InlineData("true", "Unexpected value type in payload")]
    [InlineData("""{"S":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"S":1.5}""", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("""{"S":true}""", "TRUE_VALUE cannot be converted to String")]
    [InlineData("""{"N":false}""", "FALSE_VALUE cannot be converted to String")]
    [InlineData("""{"N":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"N":[]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("""{"S":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"B":1}""", "only base-64-encoded strings are convertible to bytes")]
    [InlineData("""{"B":[]}""", "Unrecognized collection type class java.nio.ByteBuffer")]
    [InlineData("""{"B":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"B":"23456"}""", "Base64 encoded length is expected a multiple of 4 bytes but found: 5")]
    [InlineData("""{"B":"=+/="}""", "Invalid last non-pad Base64 character dectected")]
    [InlineData("""{"B":"+/+="}""", "Invalid last non-pad Base64 character dectected")]
    [InlineData("""{"B":"ab\ncd=="}""", "Base64 encoded length is expected a multiple of 4 bytes but found: 7")]
    [InlineData("""{"B":"a$bc"}""", "Invalid Base64 character: '$'")]
    [InlineData("""{"BOOL":"true"}""", "Unexpected token received from parser")]
    [InlineData("""{"BOOL":1}""", "NUMBER_VALUE cannot be converted to Boolean")]
    [InlineData("""{"NULL":1.5}""", "DECIMAL_VALUE cannot be converted to Boolean")]
    [InlineData("""{"NULL":[]}""", "Unrecognized collection type class java.lang.Boolean")]
    [InlineData("""{"BOOL":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"SS":"a"}""", "Unexpected field type")]
    [InlineData("""{"NS":1}""", "Unexpected field type")]
    [InlineData("""{"BS":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"SS":[1]}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"BS":[true]}""", "only base-64-encoded strings are convertible to bytes")]
    [InlineData("""{"L":"a"}""", "Unexpected field type")]
    [InlineData("""{"L":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"L":["a"]}""", "Unexpected value type in payload")]
    [InlineData("""{"M":"a"}""", "Unexpected field type")]
    [InlineData("""{"M":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>")]
    [InlineData("""{"M":{"a":{"S":1}}}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"N":"x","S":1}""", "NUMBER_VALUE cannot be converted to String")]
    public void A_token_of_the_wrong_kind_is_a_serialization_error(string json, string message)
    {
        var error = Wire.ErrorOfValue(json);

        error.ErrorCode.ShouldBe("SerializationException");
        error.Message.ShouldBe(message);
    }

    [Fact]
    public void A_scalar_as_an_element_that_should_be_a_map_is_a_failed_cast()
        => Should.Throw<ProtocolException>(
            () => Wire.Parse<BatchGetItemProtocol, Dynamo.Operations.BatchGetItemRequest, Dynamo.Operations.BatchGetItemResponse>(
            """{"RequestItems":{"t":{"Keys":["a"]}}}""")).Message.ShouldBe(Cast);

    [Theory]
    [InlineData("""{"a":{"S":"\ud800"}}""")]
    [InlineData("""{"\udc00":{"S":"x"}}""")]
    [InlineData("""{"a":{"S":"x"},"a":{"S":"y"}}""")]
    [InlineData("""{"a":{"M":{"b":{"S":"x"},"b":{"S":"y"}}}}""")]
    [InlineData("""{"a":{"S":"x"}""")]
    public void A_body_that_is_no_text_or_no_JSON_is_a_serialization_error_without_text(string itemJson)
    {
        var error = Should.Throw<ProtocolException>(() => Wire.ParseItem(itemJson));

        error.ErrorCode.ShouldBe("SerializationException");
        error.Message.ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_serialization_error()
    {
        byte[] body = [.. """{"Item":{"a":{"S":" """u8, 0xC3, 0x28, .. "\"}}}"u8];

        Should.Throw<ProtocolException>(() => Wire.ParsePut(Wire.Cut(body, body.Length))).ErrorCode.ShouldBe("SerializationException");
        Should.Throw<ProtocolException>(() => Wire.ParsePut(Wire.Cut(body, 1))).ErrorCode.ShouldBe("SerializationException");
    }

    [Theory]
    [InlineData(63)]
    [InlineData(65)]
    [InlineData(500)]
    [InlineData(1500)]
    public void Nesting_beyond_what_is_read_is_a_validation_error(int depth)
    {
        var json = string.Concat(Enumerable.Repeat("""{"L":[""", depth)) + """{"S":"x"}""" + string.Concat(Enumerable.Repeat("]}", depth));

        Wire.ErrorOfValue(json).Message.ShouldBe("Nesting Levels have exceeded supported limits");
    }

    [Fact]
    public void Nesting_that_is_no_item_of_any_depth_is_a_serialization_error()
        => Wire.ErrorOfValue(string.Concat(Enumerable.Repeat("""{"L":[""", 100_000))).ErrorCode.ShouldBe("SerializationException");

    [Fact]
    public void A_value_error_gives_way_to_a_serialization_error_that_follows()
        => Should.Throw<DynamoServiceException>(() => Wire.ParsePut("""{"Item":{"a":{"N":"x"}},"TableName":1}""")).Message
            .ShouldBe("NUMBER_VALUE cannot be converted to String");

    [Fact]
    public void An_error_in_the_value_of_a_placeholder_names_the_placeholder()
        => Should.Throw<DynamoValidationException>(() => Wire.ParsePut("""{"Item":{},"ExpressionAttributeValues":{":a":{"S":"x"},":b":{}}}""")).Message
            .ShouldBe(
                "ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes "
                    + "for key :b");

    [Fact]
    public void A_reader_is_as_new_after_an_error()
    {
        _ = Wire.ErrorOfValue("""{"SS":["a","a"]}""");
        _ = Wire.ErrorOfValue("""{"L":[{"M":{"x":1}}]}""");

        Wire.Write(Wire.ParseItem("""{"a":{"S":"x"}}""")).ShouldBe("""{"a":{"S":"x"}}""");
    }
}

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>
///     Values that nest deeper than an item may, and deeper than the service reads: beyond that, today's writes of single items answer as the classic ones do.
/// </summary>
public sealed class DeepValueTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Envelope = "1 validation error detected: ";
    private const string OfAttributes = OfRequests + ": Attributes in the item have nested levels beyond supported limit";
    private const string OfRequests = "Nesting Levels have exceeded supported limits";
    private const string Capacity =
        "Value 'x' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]";
    private const string Operator = "Value 'x' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]";
    private const string ReturnValues =
        "Value 'x' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]";

    [Theory]
    [InlineData(32)]
    [InlineData(62)]
    public async Task Deeper_than_an_item(int levels)
    {
        await server.FailsByDialectAsync("PutItem", $$"""{"TableName":"missing","Item":{"pk":{{Nested(levels)}} } }""", Envelope + OfAttributes, OfAttributes);
        await server.FailsByDialectAsync("PutItem",
            $$"""{"TableName":"missing","Item":{"pk":{{Nested(levels)}} },"ReturnValues":"x"}""",
            Envelope + "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]",
            Envelope + ReturnValues);
    }

    [Theory]
    [InlineData("PutItem", "Item")]
    [InlineData("UpdateItem", "Key")]
    [InlineData("DeleteItem", "Key")]
    public async Task Deeper_than_is_read(string operation, string member)
    {
        await server.FailsAsync(operation, $$"""{"TableName":"missing","{{member}}":{"pk":{{Nested(63)}} } }""", OfRequests);
        await server.FailsAsync(
            operation,
            $$"""{"TableName":"missing","{{member}}":{"n":{"N":"x"},"pk":{{Nested(63)}} } }""",
            "The parameter cannot be converted to a numeric value: x");
        await server.FailsAsync(operation,
            $$"""{"TableName":"missing","{{member}}":{"pk":{{Nested(63)}} },"ReturnValues":"x","ReturnConsumedCapacity":"x","ConditionalOperator":"x"}""",
            $"3 validation errors detected: {Capacity}; {Operator}; {ReturnValues}");
    }

    [Fact]
    public async Task Of_a_delete_what_it_cannot_return_comes_first()
    {
        const string Refused = "ReturnValues can only be ALL_OLD or NONE";

        await server.FailsByDialectAsync(
            "DeleteItem", $$"""{"TableName":"missing","Key":{"pk":{{Nested(63)}} },"ReturnValues":"ALL_NEW"}""", Refused, OfRequests);
        await server.FailsByDialectAsync(
            "DeleteItem", $$"""{"TableName":"missing","Key":{"pk":{{Nested(33)}} },"ReturnValues":"ALL_NEW"}""", Envelope + Refused, Refused);
    }

    [Fact]
    public async Task Of_reads_nothing_changes()
    {
        await server.FailsAsync("GetItem", $$"""{"TableName":"missing","Key":{"pk":{{Nested(63)}} } }""", OfRequests);
        await server.FailsAsync("BatchWriteItem", $$"""{"RequestItems":{"missing":[{"PutRequest":{"Item":{"pk":{{Nested(63)}} } } }]} }""", OfRequests);
    }

    private static string Nested(int levels)
        => string.Concat(Enumerable.Repeat("""{"L":[""", levels)) + """{"S":"x"}""" + string.Concat(Enumerable.Repeat("]}", levels));
}

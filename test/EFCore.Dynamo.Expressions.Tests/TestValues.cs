using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;

namespace EFCore.Dynamo.Expressions.Tests;

/// <summary>Short forms for items, placeholders and evaluations.</summary>
internal static class TestValues
{
    public static AttributeValue S(string value) => AttributeValue.FromString(value);

    public static AttributeValue N(long value) => AttributeValue.FromNumber(value);

    public static AttributeValue N(string value) => AttributeValue.FromNumber(DynamoNumber.Parse(value));

    public static AttributeValue B(params byte[] value) => AttributeValue.FromBinary(value);

    public static AttributeValue Bool(bool value) => AttributeValue.FromBoolean(value);

    public static AttributeValue Ss(params string[] values) => AttributeValue.FromStringSet(values);

    public static AttributeValue Ns(params long[] values) => AttributeValue.FromNumberSet(values.Select(DynamoNumber.FromInt64));

    public static AttributeValue Bs(params byte[][] values) => AttributeValue.FromBinarySet(values.Select(value => (ReadOnlyMemory<byte>)value));

    public static AttributeValue L(params AttributeValue[] values) => AttributeValue.FromList(values);

    public static AttributeValue M(params (string Name, AttributeValue Value)[] attributes) => AttributeValue.FromMap(Item.Create(attributes));

    public static Item Of(params (string Name, AttributeValue Value)[] attributes) => Item.Create(attributes);

    public static Dictionary<string, string> Names(params (string Placeholder, string Name)[] names)
        => names.ToDictionary(pair => pair.Placeholder, pair => pair.Name);

    public static bool Holds(string condition, Item item, Item? values = null, Dictionary<string, string>? names = null)
        => ConditionExpression.Parse(condition).Bind(new(names, values)).Evaluate(item.Span);

    public static Item Apply(string update, Item item, Item? values = null, Dictionary<string, string>? names = null)
        => UpdateExpression.Parse(update).Bind(new(names, values)).Apply(item.Span);

    public static Item Project(string projection, Item item, Dictionary<string, string>? names = null)
        => ProjectionExpression.Parse(projection).Bind(new(names, null)).Apply(item.Span);

    public static KeyConditions Match(
        string condition, Item values, AttributeDefinition[] partitionKey, AttributeDefinition[] sortKey, Dictionary<string, string>? names = null)
        => KeyConditionExpression.Parse(condition).Bind(new(names, values)).Match(partitionKey, sortKey);

    public static void ShouldFail(Action action, string message)
        => Should.Throw<DynamoValidationException>(action).Message.ShouldBe(message);
}

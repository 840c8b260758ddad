using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>The structures of legacy parameters to the SDK's types and back.</summary>
/// <remarks>An element that is null stays null, in spite of the types: saying so is the back end's business.</remarks>
internal static class LegacyCodec
{
    public static Dictionary<string, Model.Condition>? ToSdk(IReadOnlyDictionary<string, Condition>? conditions)
        => Collections.ToSdk(conditions, static condition => condition is null
            ? null!
            : new Model.Condition
            {
                ComparisonOperator = Enums.ComparisonOperator.ToSdk(condition.ComparisonOperator),
                AttributeValueList = ToSdk(condition.AttributeValueList),
            });

    public static Dictionary<string, Model.ExpectedAttributeValue>? ToSdk(IReadOnlyDictionary<string, ExpectedAttributeValue>? expected)
        => Collections.ToSdk(expected, static value => value is null
            ? null!
            : new Model.ExpectedAttributeValue
            {
                Value = ToSdk(value.Value),
                Exists = value.Exists,
                ComparisonOperator = Enums.ComparisonOperator.ToSdk(value.ComparisonOperator),
                AttributeValueList = ToSdk(value.AttributeValueList),
            });

    public static Dictionary<string, Model.AttributeValueUpdate>? ToSdk(IReadOnlyDictionary<string, AttributeValueUpdate>? updates)
        => Collections.ToSdk(updates, static update => update is null
            ? null!
            : new Model.AttributeValueUpdate { Value = ToSdk(update.Value), Action = Enums.AttributeAction.ToSdk(update.Action) });

    /// <param name="conditions">The SDK's.</param>
    /// <param name="path">The member's path in the service's constraint texts, such as <c>scanFilter</c>.</param>
    public static Dictionary<string, Condition>? FromSdk(Dictionary<string, Model.Condition>? conditions, string path)
        => FromSdk(conditions, (attribute, condition) => new Condition
        {
            ComparisonOperator = FromSdk(condition.ComparisonOperator, path, attribute),
            AttributeValueList = ItemCodec.FromRequest(condition.AttributeValueList, path),
        });

    public static Dictionary<string, ExpectedAttributeValue>? FromSdk(Dictionary<string, Model.ExpectedAttributeValue>? expected)
        => FromSdk(expected, static (attribute, value) => new ExpectedAttributeValue
        {
            Value = ItemCodec.FromRequest(value.Value, "expected"),
            Exists = value.Exists,
            ComparisonOperator = FromSdk(value.ComparisonOperator, "expected", attribute),
            AttributeValueList = ItemCodec.FromRequest(value.AttributeValueList, "expected"),
        });

    public static Dictionary<string, AttributeValueUpdate>? FromSdk(Dictionary<string, Model.AttributeValueUpdate>? updates)
        => FromSdk(updates, static (attribute, update) => new AttributeValueUpdate
        {
            Value = ItemCodec.FromRequest(update.Value, "attributeUpdates"),
            Action = Enums.AttributeAction.FromRequest(update.Action, $"attributeUpdates.{attribute}.member.action"),
        });

    private static Dictionary<string, TResult>? FromSdk<T, TResult>(Dictionary<string, T>? map, Func<string, T, TResult> convert)
        where TResult : class
    {
        if (Collections.IsAbsent(map))
        {
            return null;
        }

        var result = new Dictionary<string, TResult>(map!.Count, StringComparer.Ordinal); // not null: it is present
        foreach (var (attribute, value) in map)
        {
            result.Add(attribute, value is null ? null! : convert(attribute, value)); // see above
        }

        return result;
    }

    private static List<Model.AttributeValue>? ToSdk(IReadOnlyList<AttributeValue>? values) => Collections.ToSdk(values, ItemCodec.ToSdk);

    private static Model.AttributeValue? ToSdk(AttributeValue? value) => value is { } known ? ItemCodec.ToSdk(known) : null;

    // An unknown operator is noted; any known one in its place keeps the validator from missing it as well.
    private static ComparisonOperator? FromSdk(Amazon.DynamoDBv2.ComparisonOperator? constant, string path, string attribute) => constant is null
        ? null
        : Enums.ComparisonOperator.FromRequest(constant, $"{path}.{attribute}.member.comparisonOperator") ?? ComparisonOperator.Equal;
}

using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>What a read says of an ExclusiveStartKey that cannot be one.</summary>
/// <param name="OtherAttributes">A key attribute is missing, or there is another attribute.</param>
/// <param name="OtherType">A key attribute has another type.</param>
/// <param name="ValuePrefix">In front of what is wrong with a value of the right type.</param>
internal sealed record StartKeyTexts(string OtherAttributes, string OtherType, string ValuePrefix)
{
    private const string Invalid = "The provided starting key is invalid";

    public const string OutsideQuery = "The provided starting key is outside query boundaries based on provided conditions";
    public const string OutsideRange = "The provided starting key does not match the range key predicate";
    public const string OtherSegment = "The provided Exclusive start key does not map to the provided Segment and TotalSegments values.";

    /// <summary>In front of what Scan says of the values in its start key.</summary>
    public const string Prefix = Invalid + ": ";

    public static readonly StartKeyTexts OfQuery = new(Invalid, KeyTexts.KeyDoesNotMatchSchema, string.Empty);
    public static readonly StartKeyTexts OfScan = new(Prefix + KeyTexts.KeyDoesNotMatchSchema, Prefix + KeyTexts.KeyDoesNotMatchSchema, Prefix);

    /// <summary>Of a Scan of an index.</summary>
    public static readonly StartKeyTexts OfIndexScan = new(Invalid, Invalid, Prefix);

    /// <summary>Of a Query of a partition that has no second item.</summary>
    public static string NothingFollows(Item startKey)
        => $"The provided exclusive start key is invalid: ExclusiveStartKey: {{{string.Join(
            ", ", Enumerable.Range(0, startKey.Count).Select(i => $"{startKey.GetNameAt(i)}={Describe(startKey.GetValueAt(i))}"))}}}";

    private static string Describe(AttributeValue value) => value.Type switch
    {
        AttributeType.String => $"AttributeValue: {{S:{value.GetString()}}}",
        AttributeType.Number => $"AttributeValue: {{N:{value.GetNumber()}}}",
        _ => $"AttributeValue: {{B:java.nio.HeapByteBuffer[pos=0 lim={value.GetBinary().Length} cap={value.GetBinary().Length}]}}",
    };
}

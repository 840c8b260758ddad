using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>The wire names of the attribute types, as <c>attribute_type</c> and the error texts spell them.</summary>
internal static class AttributeTypeNames
{
    public static string GetWireName(this AttributeType type)
        => type switch
        {
            AttributeType.Null => "NULL",
            AttributeType.Boolean => "BOOL",
            AttributeType.Number => "N",
            AttributeType.String => "S",
            AttributeType.Binary => "B",
            AttributeType.NumberSet => "NS",
            AttributeType.StringSet => "SS",
            AttributeType.BinarySet => "BS",
            AttributeType.List => "L",
            _ => "M",
        };

    public static bool TryParse(ReadOnlySpan<byte> utf8Name, out AttributeType type)
    {
        AttributeType? known = utf8Name switch
        {
            [(byte)'S'] => AttributeType.String,
            [(byte)'N'] => AttributeType.Number,
            [(byte)'B'] => AttributeType.Binary,
            [(byte)'L'] => AttributeType.List,
            [(byte)'M'] => AttributeType.Map,
            [(byte)'S', (byte)'S'] => AttributeType.StringSet,
            [(byte)'N', (byte)'S'] => AttributeType.NumberSet,
            [(byte)'B', (byte)'S'] => AttributeType.BinarySet,
            _ when utf8Name.SequenceEqual("NULL"u8) => AttributeType.Null,
            _ when utf8Name.SequenceEqual("BOOL"u8) => AttributeType.Boolean,
            _ => null,
        };
        type = known.GetValueOrDefault();
        return known is not null;
    }

    /// <summary>Whether <c>&lt;</c>, <c>BETWEEN</c> and the like take the type.</summary>
    public static bool IsOrdered(this AttributeType type) => type is AttributeType.String or AttributeType.Number or AttributeType.Binary;

    public static bool IsSet(this AttributeType type) => type is AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet;
}

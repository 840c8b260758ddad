using System.Diagnostics;
using System.Text.Json;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>Member names that occur in every response, encoded once.</summary>
internal static class WireNames
{
    public static readonly JsonEncodedText Item = JsonEncodedText.Encode("Item");
    public static readonly JsonEncodedText Items = JsonEncodedText.Encode("Items");
    public static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("Attributes");
    public static readonly JsonEncodedText Key = JsonEncodedText.Encode("Key");
    public static readonly JsonEncodedText LastEvaluatedKey = JsonEncodedText.Encode("LastEvaluatedKey");
    public static readonly JsonEncodedText ItemCollectionKey = JsonEncodedText.Encode("ItemCollectionKey");

    private static readonly JsonEncodedText S = JsonEncodedText.Encode("S");
    private static readonly JsonEncodedText N = JsonEncodedText.Encode("N");
    private static readonly JsonEncodedText B = JsonEncodedText.Encode("B");
    private static readonly JsonEncodedText Ss = JsonEncodedText.Encode("SS");
    private static readonly JsonEncodedText Ns = JsonEncodedText.Encode("NS");
    private static readonly JsonEncodedText Bs = JsonEncodedText.Encode("BS");
    private static readonly JsonEncodedText M = JsonEncodedText.Encode("M");
    private static readonly JsonEncodedText L = JsonEncodedText.Encode("L");
    private static readonly JsonEncodedText Null = JsonEncodedText.Encode("NULL");
    private static readonly JsonEncodedText Bool = JsonEncodedText.Encode("BOOL");

    /// <summary>The name of a type in <c>{"S":"x"}</c>.</summary>
    public static JsonEncodedText Of(AttributeType type) => type switch
    {
        AttributeType.String => S,
        AttributeType.Number => N,
        AttributeType.Binary => B,
        AttributeType.Boolean => Bool,
        AttributeType.Null => Null,
        AttributeType.Map => M,
        AttributeType.List => L,
        AttributeType.StringSet => Ss,
        AttributeType.NumberSet => Ns,
        AttributeType.BinarySet => Bs,
        _ => throw new UnreachableException($"Attribute type {type}."),
    };

    /// <summary>The type that a member of an attribute value names; null for a name that is none, which the service ignores.</summary>
    /// <param name="json">At the member's name.</param>
    public static AttributeType? ReadType(ref Utf8JsonReader json)
    {
        if (json.HasValueSequence || json.ValueIsEscaped)
        {
            return ReadUnusualType(ref json);
        }

        var name = json.ValueSpan;
        return name.Length switch
        {
            1 => name[0] switch
            {
                (byte)'S' => AttributeType.String,
                (byte)'N' => AttributeType.Number,
                (byte)'B' => AttributeType.Binary,
                (byte)'M' => AttributeType.Map,
                (byte)'L' => AttributeType.List,
                _ => null,
            },
            2 when name[1] == 'S' => name[0] switch
            {
                (byte)'S' => AttributeType.StringSet,
                (byte)'N' => AttributeType.NumberSet,
                (byte)'B' => AttributeType.BinarySet,
                _ => null,
            },
            4 when name.SequenceEqual("BOOL"u8) => AttributeType.Boolean,
            4 when name.SequenceEqual("NULL"u8) => AttributeType.Null,
            _ => null,
        };
    }

    // Across two segments of the body, or with escapes.
    private static AttributeType? ReadUnusualType(ref Utf8JsonReader json)
    {
        for (var type = AttributeType.Null; type <= AttributeType.Map; type++)
        {
            if (JsonText.IsText(json, Of(type).EncodedUtf8Bytes))
            {
                return type;
            }
        }

        return null;
    }
}

using System.Text.Json;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>Reads the name of a member of an enumeration, also one with escapes or across two segments of the body.</summary>
internal static class WireNameReader
{
    /// <summary>The member whose name the reader stands at.</summary>
    public static bool TryRead<T>(in Utf8JsonReader json, WireNames<T> names, out T value)
        where T : struct, Enum
    {
        foreach (var (candidate, name) in names.Entries)
        {
            if (JsonText.IsText(json, name.EncodedUtf8Bytes))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The type that a member of an attribute value names; null for a name that is none, which the service ignores.</summary>
    /// <param name="json">At the member's name.</param>
    public static AttributeType? ReadType(ref Utf8JsonReader json)
    {
        if (json.HasValueSequence || json.ValueIsEscaped)
        {
            return ReadUnusualType(ref json);
        }

        return AttributeTypeNames.TryParse(json.ValueSpan, out var type) ? type : null;
    }

    private static AttributeType? ReadUnusualType(ref Utf8JsonReader json)
    {
        for (var type = AttributeType.Null; type <= AttributeType.Map; type++)
        {
            if (JsonText.IsText(json, AttributeTypeNames.GetName(type).EncodedUtf8Bytes))
            {
                return type;
            }
        }

        return null;
    }
}

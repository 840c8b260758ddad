using System.Text.Json;

namespace EFCore.Dynamo.Values;

/// <summary>
///     The wire names of the attribute types. They stand before every value on the wire, so that they have quicker ways than <see cref="WireNames{T}" />.
/// </summary>
internal static class AttributeTypeNames
{
    /// <summary>The types that a key may have.</summary>
    public static readonly WireNames<AttributeType> OfKeys = new((AttributeType.Binary, "B"), (AttributeType.Number, "N"), (AttributeType.String, "S"));

    private const int MaxNameBytes = 4;
    private const int LetterBits = 5;
    private const byte NoType = byte.MaxValue;

    private static readonly JsonEncodedText[] Names = CreateNames();
    private static readonly byte[] TypesByShape = CreateTypesByShape();

    /// <summary>The name as the wire has it.</summary>
    public static JsonEncodedText GetName(AttributeType type) => Names[(int)type];

    /// <summary>The name as a text has it.</summary>
    public static string GetWireName(this AttributeType type) => Names[(int)type].Value;

    /// <summary>The type of a name, which is compared by case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Name, out AttributeType type)
    {
        type = default;
        if (utf8Name.Length is 0 or > MaxNameBytes)
        {
            return false;
        }

        var candidate = TypesByShape[GetShape(utf8Name)];
        if (candidate == NoType || !utf8Name.SequenceEqual(Names[candidate].EncodedUtf8Bytes))
        {
            return false;
        }

        type = (AttributeType)candidate;
        return true;
    }

    private static JsonEncodedText[] CreateNames()
    {
        var names = new JsonEncodedText[(int)AttributeType.Map + 1];
        Set(AttributeType.Null, "NULL");
        Set(AttributeType.Boolean, "BOOL");
        Set(AttributeType.Number, "N");
        Set(AttributeType.String, "S");
        Set(AttributeType.Binary, "B");
        Set(AttributeType.NumberSet, "NS");
        Set(AttributeType.StringSet, "SS");
        Set(AttributeType.BinarySet, "BS");
        Set(AttributeType.List, "L");
        Set(AttributeType.Map, "M");
        return names;

        void Set(AttributeType type, string name) => names[(int)type] = JsonEncodedText.Encode(name);
    }

    // No two names agree in their length and the last bits of their first letter.
    private static byte[] CreateTypesByShape()
    {
        var types = new byte[(MaxNameBytes + 1) << LetterBits];
        types.AsSpan().Fill(NoType);
        for (byte type = 0; type < Names.Length; type++)
        {
            types[GetShape(Names[type].EncodedUtf8Bytes)] = type;
        }

        return types;
    }

    private static int GetShape(ReadOnlySpan<byte> utf8Name) => (utf8Name.Length << LetterBits) | (utf8Name[0] & ((1 << LetterBits) - 1));
}

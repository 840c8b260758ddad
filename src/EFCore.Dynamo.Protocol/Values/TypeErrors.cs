using System.Text.Json;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>The service's texts for JSON tokens that do not fit the member's type.</summary>
/// <remarks>They are its deserializer's own, Java class names and spelling included; clients and tests compare them.</remarks>
internal static class TypeErrors
{
    public const string ModelPackage = "com.amazonaws.dynamodb.v20120810.";

    private const string StructureFound = "Start of structure or map found where not expected";

    private const string ParameterizedType = "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class"
        + " (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class are in module java.base of loader 'bootstrap')";

    public static ProtocolException NotString(in Utf8JsonReader json) => NotScalar(json, "String", "java.lang.String");

    public static ProtocolException NotInteger(in Utf8JsonReader json, string javaType) => NotScalar(json, javaType, "java.lang." + javaType);

    public static ProtocolException NotBoolean(in Utf8JsonReader json)
        => json.TokenType == JsonTokenType.String
            ? ProtocolException.Serialization("Unexpected token received from parser")
            : NotScalar(json, "Boolean", "java.lang.Boolean");

    public static ProtocolException NotBinary(in Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => Collection("class java.nio.ByteBuffer"),
        JsonTokenType.StartObject => ProtocolException.Serialization(StructureFound),
        _ => ProtocolException.Serialization("only base-64-encoded strings are convertible to bytes"),
    };

    /// <param name="isElement">Whether the list is itself an element of a list or map.</param>
    public static ProtocolException NotList(in Utf8JsonReader json, bool isElement) => json.TokenType switch
    {
        JsonTokenType.StartObject => ProtocolException.Serialization(StructureFound),
        _ => ProtocolException.Serialization(isElement ? ParameterizedType : "Unexpected field type"),
    };

    /// <param name="valueType">The Java type of the map's values.</param>
    /// <param name="isElement">Whether the map is itself an element of a list or map.</param>
    public static ProtocolException NotMap(in Utf8JsonReader json, string valueType, bool isElement) => json.TokenType switch
    {
        JsonTokenType.StartArray => Collection($"java.util.Map<java.lang.String, {valueType}>"),
        _ => ProtocolException.Serialization(isElement ? ParameterizedType : "Unexpected field type"),
    };

    /// <param name="name">The structure's name in the service's model.</param>
    /// <param name="isElement">Whether the structure is an element of a list or map.</param>
    public static ProtocolException NotStructure(in Utf8JsonReader json, string name, bool isElement) => json.TokenType switch
    {
        JsonTokenType.StartArray => Collection("class " + ModelPackage + name),
        _ => ProtocolException.Serialization(isElement ? "Unexpected value type in payload" : "Unexpected field type"),
    };

    private static ProtocolException NotScalar(in Utf8JsonReader json, string type, string javaClass) => json.TokenType switch
    {
        JsonTokenType.StartArray => Collection("class " + javaClass),
        JsonTokenType.StartObject => ProtocolException.Serialization(StructureFound),
        JsonTokenType.String => ProtocolException.Serialization($"STRING_VALUE cannot be converted to {type}"),
        JsonTokenType.True => ProtocolException.Serialization($"TRUE_VALUE cannot be converted to {type}"),
        JsonTokenType.False => ProtocolException.Serialization($"FALSE_VALUE cannot be converted to {type}"),
        _ => ProtocolException.Serialization($"{(IsInteger(json) ? "NUMBER_VALUE" : "DECIMAL_VALUE")} cannot be converted to {type}"),
    };

    private static ProtocolException Collection(string type) => ProtocolException.Serialization("Unrecognized collection type " + type);

    private static bool IsInteger(in Utf8JsonReader json)
    {
        foreach (var segment in json.HasValueSequence ? json.ValueSequence : new(json.ValueSpan.ToArray()))
        {
            if (segment.Span.ContainsAny((byte)'.', (byte)'e', (byte)'E'))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>Packed items to DynamoDB JSON, without strings in between.</summary>
internal static class ItemWriter
{
    public static void WriteMember(Utf8JsonWriter writer, JsonEncodedText name, Item item)
    {
        writer.WritePropertyName(name);
        Write(writer, item.Span);
    }

    /// <summary>Writes <c>{"name":{"S":"x"},…}</c>.</summary>
    public static void Write(Utf8JsonWriter writer, ItemSpan item)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        writer.WriteStartObject();
        var count = item.Count;
        for (var i = 0; i < count; i++)
        {
            writer.WritePropertyName(item.GetNameAt(i));
            WriteValue(writer, item.GetValueAt(i));
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, AttributeValueSpan value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(AttributeTypeNames.GetName(value.Type));
        switch (value.Type)
        {
            case AttributeType.Null:
                writer.WriteBooleanValue(true);
                break;
            case AttributeType.Boolean:
                writer.WriteBooleanValue(value.GetBoolean());
                break;
            case AttributeType.Map:
                Write(writer, value.GetMap());
                break;
            case AttributeType.List:
                writer.WriteStartArray();
                for (var i = 0; i < value.Count; i++)
                {
                    WriteValue(writer, value[i]);
                }

                writer.WriteEndArray();
                break;
            case AttributeType.NumberSet or AttributeType.StringSet or AttributeType.BinarySet:
                writer.WriteStartArray();
                for (var i = 0; i < value.Count; i++)
                {
                    WriteScalar(writer, value[i]);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteScalar(writer, value);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter writer, AttributeValueSpan value)
    {
        switch (value.Type)
        {
            case AttributeType.String:
                writer.WriteStringValue(value.GetUtf8String());
                break;
            case AttributeType.Binary:
                writer.WriteBase64StringValue(value.GetBinary());
                break;
            default:
                Span<byte> text = stackalloc byte[DynamoNumber.MaxFormattedBytes];
                _ = value.GetNumber().TryFormat(text, out var length);
                writer.WriteStringValue(text[..length]);
                break;
        }
    }
}

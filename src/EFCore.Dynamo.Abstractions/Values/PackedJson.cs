using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EFCore.Dynamo.Values;

/// <summary>DynamoDB JSON for people: debuggers, logs, messages of tests. The wire is written by the Protocol project.</summary>
internal static class PackedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    public static string ToString(AttributeValueSpan value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteValue(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string ToString(ItemSpan item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteEntries(writer, item);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteEntries(Utf8JsonWriter writer, ItemSpan item)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        writer.WriteStartObject();
        for (var i = 0; i < item.Count; i++)
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
                WriteEntries(writer, value.GetMap());
                break;
            case AttributeType.List:
                WriteElements(writer, value);
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

    private static void WriteElements(Utf8JsonWriter writer, AttributeValueSpan list)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        writer.WriteStartArray();
        for (var i = 0; i < list.Count; i++)
        {
            WriteValue(writer, list[i]);
        }

        writer.WriteEndArray();
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

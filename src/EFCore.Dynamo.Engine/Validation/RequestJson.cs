using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Parts of a request as JSON in a violated constraint: how the service shows what it has not made objects of.</summary>
/// <remarks>As <see cref="RequestText" />, a text ends after <see cref="MaxLength" /> characters.</remarks>
internal static class RequestJson
{
    private const int MaxLength = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Of(IReadOnlyDictionary<string, KeysAndAttributes> tables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var (table, keysAndAttributes) in tables.TakeWhile(_ => !IsFull(writer)))
            {
                writer.WritePropertyName(table);
                Write(writer, keysAndAttributes);
            }

            writer.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return text[..Math.Min(text.Length, MaxLength)];
    }

    private static void Write(Utf8JsonWriter writer, KeysAndAttributes? keysAndAttributes)
    {
        writer.WriteStartObject();
        if (keysAndAttributes?.Keys is { } keys)
        {
            writer.WriteStartArray("Keys"u8);
            foreach (var key in keys.TakeWhile(_ => !IsFull(writer)))
            {
                writer.WriteRawValue(key.ToString(), skipInputValidation: true);
            }

            writer.WriteEndArray();
        }

        WriteSettings(writer, keysAndAttributes);
        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, KeysAndAttributes? keysAndAttributes)
    {
        if (keysAndAttributes?.AttributesToGet is { } attributesToGet)
        {
            writer.WriteStartArray("AttributesToGet"u8);
            foreach (var name in attributesToGet)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        if (keysAndAttributes is { ConsistentRead: true })
        {
            writer.WriteBoolean("ConsistentRead"u8, value: true);
        }

        if (keysAndAttributes?.ProjectionExpression is { } projection)
        {
            writer.WriteString("ProjectionExpression"u8, projection);
        }

        if (keysAndAttributes?.ExpressionAttributeNames is { } names)
        {
            writer.WriteStartObject("ExpressionAttributeNames"u8);
            foreach (var (placeholder, name) in names)
            {
                writer.WriteString(placeholder, name);
            }

            writer.WriteEndObject();
        }
    }

    private static bool IsFull(Utf8JsonWriter writer) => writer.BytesCommitted + writer.BytesPending > MaxLength;
}

using System.Buffers.Text;
using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;

namespace EFCore.Dynamo.Protocol.Responses;

/// <summary>Writes what an operation consumed, and what item collections it touched.</summary>
internal static class ConsumedCapacityWriter
{
    public static void WriteMember(Utf8JsonWriter writer, ConsumedCapacity? consumed)
    {
        if (consumed is null)
        {
            return;
        }

        writer.WritePropertyName("ConsumedCapacity"u8);
        Write(writer, consumed);
    }

    public static void WriteMember(Utf8JsonWriter writer, IReadOnlyList<ConsumedCapacity>? consumed)
    {
        if (consumed is null)
        {
            return;
        }

        writer.WriteStartArray("ConsumedCapacity"u8);
        foreach (var table in consumed)
        {
            Write(writer, table);
        }

        writer.WriteEndArray();
    }

    public static void WriteMember(Utf8JsonWriter writer, ItemCollectionMetrics? metrics)
    {
        if (metrics is null)
        {
            return;
        }

        writer.WritePropertyName("ItemCollectionMetrics"u8);
        Write(writer, metrics);
    }

    public static void WriteMember(Utf8JsonWriter writer, IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? metrics)
    {
        if (metrics is null)
        {
            return;
        }

        writer.WriteStartObject("ItemCollectionMetrics"u8);
        foreach (var (tableName, collections) in metrics)
        {
            writer.WriteStartArray(tableName);
            foreach (var collection in collections)
            {
                Write(writer, collection);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ItemCollectionMetrics metrics)
    {
        writer.WriteStartObject();
        ItemWriter.WriteMember(writer, MemberNames.ItemCollectionKey, metrics.ItemCollectionKey);
        writer.WriteStartArray("SizeEstimateRangeGB"u8);
        WriteDouble(writer, metrics.SizeEstimateRangeGB.Lower);
        WriteDouble(writer, metrics.SizeEstimateRangeGB.Upper);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConsumedCapacity consumed)
    {
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, consumed.TableName);
        WriteUnits(writer, consumed.CapacityUnits, consumed.ReadCapacityUnits, consumed.WriteCapacityUnits);
        if (consumed.Table is { } table)
        {
            WriteCapacity(writer, "Table", table);
        }

        WriteIndexes(writer, "LocalSecondaryIndexes", consumed.LocalSecondaryIndexes);
        WriteIndexes(writer, "GlobalSecondaryIndexes", consumed.GlobalSecondaryIndexes);
        writer.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, Capacity>? indexes)
    {
        if (indexes is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (indexName, capacity) in indexes)
        {
            WriteCapacity(writer, indexName, capacity);
        }

        writer.WriteEndObject();
    }

    private static void WriteCapacity(Utf8JsonWriter writer, string name, Capacity capacity)
    {
        writer.WriteStartObject(name);
        WriteUnits(writer, capacity.CapacityUnits, capacity.ReadCapacityUnits, capacity.WriteCapacityUnits);
        writer.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter writer, double units, double? readUnits, double? writeUnits)
    {
        writer.WritePropertyName("CapacityUnits"u8);
        WriteDouble(writer, units);
        if (readUnits is { } read)
        {
            writer.WritePropertyName("ReadCapacityUnits"u8);
            WriteDouble(writer, read);
        }

        if (writeUnits is { } write)
        {
            writer.WritePropertyName("WriteCapacityUnits"u8);
            WriteDouble(writer, write);
        }
    }

    // 1.0, not 1: clients in languages with two kinds of numbers take a Double of the model from it.
    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[40];
        _ = Utf8Formatter.TryFormat(value, text, out var length);
        if (value == Math.Truncate(value) && !text[..length].ContainsAny((byte)'.', (byte)'E'))
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}

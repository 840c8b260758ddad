using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Responses;

/// <summary>Writes a page of a Query or Scan.</summary>
internal static class PageWriter
{
    /// <param name="items">The page's items; null with <see cref="Select.Count" />, which has no such member.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Item>? items, int count, int scannedCount, Item? lastEvaluatedKey, ConsumedCapacity? consumed)
    {
        writer.WriteStartObject();
        if (items is not null)
        {
            writer.WritePropertyName(MemberNames.Items);
            WriteItems(writer, items);
        }

        writer.WriteNumber("Count"u8, count);
        writer.WriteNumber("ScannedCount"u8, scannedCount);
        if (lastEvaluatedKey is { } key)
        {
            ItemWriter.WriteMember(writer, MemberNames.LastEvaluatedKey, key);
        }

        ConsumedCapacityWriter.WriteMember(writer, consumed);
        writer.WriteEndObject();
    }

    public static void WriteItems(Utf8JsonWriter writer, IReadOnlyList<Item> items)
    {
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            ItemWriter.Write(writer, items[i].Span);
        }

        writer.WriteEndArray();
    }
}

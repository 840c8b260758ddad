using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Responses;

/// <summary>Writes the response of PutItem, UpdateItem and DeleteItem, which have the same members.</summary>
internal static class WriteResultWriter
{
    public static void Write(Utf8JsonWriter writer, Item? attributes, ConsumedCapacity? consumed, ItemCollectionMetrics? metrics)
    {
        writer.WriteStartObject();
        if (attributes is { } item)
        {
            ItemWriter.WriteMember(writer, MemberNames.Attributes, item);
        }

        ConsumedCapacityWriter.WriteMember(writer, consumed);
        ConsumedCapacityWriter.WriteMember(writer, metrics);
        writer.WriteEndObject();
    }
}

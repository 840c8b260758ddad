using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>BatchWriteItem on the wire.</summary>
internal sealed class BatchWriteItemProtocol : IOperationProtocol<BatchWriteItemRequest, BatchWriteItemResponse>
{
    public static string Name => "BatchWriteItem";

    public static BatchWriteItemRequest Read(ref RequestReader reader)
    {
        Dictionary<string, IReadOnlyList<WriteRequest>>? requestItems = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        var returnItemCollectionMetrics = ReturnItemCollectionMetrics.None;
        while (reader.ReadMember())
        {
            if (reader.IsMember("RequestItems"u8))
            {
                requestItems = ReadRequestItems(ref reader);
            }
            else if (reader.IsMember("ReturnConsumedCapacity"u8))
            {
                returnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
            }
            else if (reader.IsMember("ReturnItemCollectionMetrics"u8))
            {
                returnItemCollectionMetrics = reader.ReadEnum(WireEnums.ReturnItemCollectionMetrics, "returnItemCollectionMetrics") ?? default;
            }
            else
            {
                reader.Skip();
            }
        }

        return new BatchWriteItemRequest
        {
            RequestItems = requestItems,
            ReturnConsumedCapacity = returnConsumedCapacity,
            ReturnItemCollectionMetrics = returnItemCollectionMetrics,
        };
    }

    public static void Write(Utf8JsonWriter writer, BatchWriteItemRequest request, BatchWriteItemResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("UnprocessedItems"u8);
        foreach (var (tableName, writes) in response.UnprocessedItems)
        {
            writer.WriteStartArray(tableName);
            foreach (var write in writes)
            {
                Write(writer, write);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        ConsumedCapacityWriter.WriteMember(writer, response.ItemCollectionMetrics);
        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }

    private static Dictionary<string, IReadOnlyList<WriteRequest>>? ReadRequestItems(ref RequestReader reader)
    {
        if (!reader.BeginMap($"java.util.List<{TypeErrors.ModelPackage}WriteRequest>"))
        {
            return null;
        }

        var tables = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal);
        while (reader.ReadMember())
        {
            var tableName = reader.ReadName();
            var writes = new List<WriteRequest>();
            if (reader.BeginList(isElement: true))
            {
                while (reader.ReadElement())
                {
                    writes.Add(ReadWrite(ref reader, tableName, writes.Count + 1));
                }
            }

            tables[tableName] = writes;
        }

        return tables;
    }

    private static WriteRequest ReadWrite(ref RequestReader reader, string tableName, int position)
    {
        Item? put = null;
        Item? delete = null;
        if (reader.BeginStructure("WriteRequest", isElement: true))
        {
            while (reader.ReadMember())
            {
                if (reader.IsMember("PutRequest"u8))
                {
                    put = ReadOnlyItem(ref reader, "PutRequest", "Item"u8, tableName, position, "putRequest.item");
                }
                else if (reader.IsMember("DeleteRequest"u8))
                {
                    delete = ReadOnlyItem(ref reader, "DeleteRequest", "Key"u8, tableName, position, "deleteRequest.key");
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return new WriteRequest { PutItem = put, DeleteKey = delete };
    }

    /// <summary>A structure with one member, an item, which it must have.</summary>
    private static Item? ReadOnlyItem(ref RequestReader reader, string structure, ReadOnlySpan<byte> member, string tableName, int position, string path)
    {
        if (!reader.BeginStructure(structure))
        {
            return null;
        }

        Item? item = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember(member))
            {
                item = reader.ReadItem(MemberPath.OfEntry("requestItems", tableName, position, path));
            }
            else
            {
                reader.Skip();
            }
        }

        reader.RequireMember(item is not null, MemberPath.OfEntry("requestItems", tableName, position, path));
        return item;
    }

    private static void Write(Utf8JsonWriter writer, WriteRequest write)
    {
        writer.WriteStartObject();
        if (write.PutItem is { } item)
        {
            writer.WriteStartObject("PutRequest"u8);
            ItemWriter.WriteMember(writer, MemberNames.Item, item);
            writer.WriteEndObject();
        }

        if (write.DeleteKey is { } key)
        {
            writer.WriteStartObject("DeleteRequest"u8);
            ItemWriter.WriteMember(writer, MemberNames.Key, key);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

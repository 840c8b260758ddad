using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>TransactGetItems on the wire.</summary>
internal sealed class TransactGetItemsProtocol : IOperationProtocol<TransactGetItemsRequest, TransactGetItemsResponse>
{
    public static string Name => "TransactGetItems";

    public static TransactGetItemsRequest Read(ref RequestReader reader)
    {
        List<TransactGetItem>? items = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TransactItems"u8))
            {
                items = ReadItems(ref reader);
            }
            else if (reader.IsMember("ReturnConsumedCapacity"u8))
            {
                returnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
            }
            else
            {
                reader.Skip();
            }
        }

        return new TransactGetItemsRequest { TransactItems = items, ReturnConsumedCapacity = returnConsumedCapacity };
    }

    public static void Write(Utf8JsonWriter writer, TransactGetItemsRequest request, TransactGetItemsResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("Responses"u8);
        foreach (var found in response.Responses)
        {
            writer.WriteStartObject();
            if (found is { } item)
            {
                ItemWriter.WriteMember(writer, MemberNames.Item, item);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }

    private static List<TransactGetItem>? ReadItems(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var items = new List<TransactGetItem>();
        while (reader.ReadElement())
        {
            TransactGetItem? item = null;
            if (reader.BeginStructure("TransactGetItem", isElement: true))
            {
                while (reader.ReadMember())
                {
                    if (reader.IsMember("Get"u8))
                    {
                        item = ReadGet(ref reader, items.Count + 1);
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }

            items.Add(item!); // the validator reports an element without its Get
        }

        return items;
    }

    private static TransactGetItem? ReadGet(ref RequestReader reader, int position)
    {
        if (!reader.BeginStructure("Get"))
        {
            return null;
        }

        string? tableName = null;
        Item? key = null;
        string? projectionExpression = null;
        IReadOnlyDictionary<string, string>? names = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TableName"u8))
            {
                tableName = reader.ReadString();
            }
            else if (reader.IsMember("Key"u8))
            {
                key = reader.ReadItem(new MemberPath("transactItems", position, "get.key"));
            }
            else if (reader.IsMember("ProjectionExpression"u8))
            {
                projectionExpression = reader.ReadString();
            }
            else if (reader.IsMember("ExpressionAttributeNames"u8))
            {
                names = reader.ReadExpressionAttributeNames();
            }
            else
            {
                reader.Skip();
            }
        }

        return new TransactGetItem { TableName = tableName, Key = key, ProjectionExpression = projectionExpression, ExpressionAttributeNames = names };
    }
}

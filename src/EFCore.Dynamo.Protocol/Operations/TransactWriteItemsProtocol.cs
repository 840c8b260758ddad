using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>TransactWriteItems on the wire.</summary>
internal sealed class TransactWriteItemsProtocol : IOperationProtocol<TransactWriteItemsRequest, TransactWriteItemsResponse>
{
    public static string Name => "TransactWriteItems";

    public static TransactWriteItemsRequest Read(ref RequestReader reader)
    {
        List<TransactWriteItem>? items = null;
        string? clientRequestToken = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        var returnItemCollectionMetrics = ReturnItemCollectionMetrics.None;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TransactItems"u8))
            {
                items = ReadItems(ref reader);
            }
            else if (reader.IsMember("ClientRequestToken"u8))
            {
                clientRequestToken = reader.ReadString();
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

        return new TransactWriteItemsRequest
        {
            TransactItems = items,
            ClientRequestToken = clientRequestToken,
            ReturnConsumedCapacity = returnConsumedCapacity,
            ReturnItemCollectionMetrics = returnItemCollectionMetrics,
        };
    }

    public static void Write(Utf8JsonWriter writer, TransactWriteItemsRequest request, TransactWriteItemsResponse response)
    {
        writer.WriteStartObject();
        ConsumedCapacityWriter.WriteMember(writer, response.ItemCollectionMetrics);
        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }

    private static List<TransactWriteItem>? ReadItems(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var items = new List<TransactWriteItem>();
        while (reader.ReadElement())
        {
            var item = new TransactWriteItem();
            if (reader.BeginStructure("TransactWriteItem", isElement: true))
            {
                while (reader.ReadMember())
                {
                    item = ReadPart(ref reader, item, items.Count + 1);
                }
            }

            items.Add(item);
        }

        return items;
    }

    private static TransactWriteItem ReadPart(ref RequestReader reader, TransactWriteItem item, int position)
    {
        WriteParameters parameters;
        if (reader.IsMember("ConditionCheck"u8))
        {
            return TryRead(ref reader, "ConditionCheck", position, "conditionCheck.", out parameters)
                ? item with { ConditionCheck = ToConditionCheck(parameters) }
                : item;
        }

        if (reader.IsMember("Put"u8))
        {
            return TryRead(ref reader, "Put", position, "put.", out parameters) ? item with { Put = PutItemProtocol.ToRequest(parameters) } : item;
        }

        if (reader.IsMember("Update"u8))
        {
            return TryRead(ref reader, "Update", position, "update.", out parameters) ? item with { Update = UpdateItemProtocol.ToRequest(parameters) } : item;
        }

        if (reader.IsMember("Delete"u8))
        {
            return TryRead(ref reader, "Delete", position, "delete.", out parameters) ? item with { Delete = DeleteItemProtocol.ToRequest(parameters) } : item;
        }

        reader.Skip();
        return item;
    }

    private static bool TryRead(ref RequestReader reader, string structure, int position, string path, out WriteParameters parameters)
    {
        parameters = default;
        if (!reader.BeginStructure(structure))
        {
            return false;
        }

        while (reader.ReadMember())
        {
            if (!parameters.TryRead(ref reader, position, path))
            {
                reader.Skip();
            }
        }

        return true;
    }

    private static ConditionCheck ToConditionCheck(in WriteParameters parameters) => new()
    {
        TableName = parameters.TableName,
        Key = parameters.Key,
        ConditionExpression = parameters.ConditionExpression,
        ExpressionAttributeNames = parameters.ExpressionAttributeNames,
        ExpressionAttributeValues = parameters.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = parameters.ReturnValuesOnConditionCheckFailure,
    };
}

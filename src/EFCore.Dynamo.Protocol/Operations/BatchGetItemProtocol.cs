using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>BatchGetItem on the wire.</summary>
internal sealed class BatchGetItemProtocol : IOperationProtocol<BatchGetItemRequest, BatchGetItemResponse>
{
    public static string Name => "BatchGetItem";

    public static BatchGetItemRequest Read(ref RequestReader reader)
    {
        Dictionary<string, KeysAndAttributes>? requestItems = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
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
            else
            {
                reader.Skip();
            }
        }

        return new BatchGetItemRequest { RequestItems = requestItems, ReturnConsumedCapacity = returnConsumedCapacity };
    }

    public static void Write(Utf8JsonWriter writer, BatchGetItemRequest request, BatchGetItemResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("Responses"u8);
        foreach (var (tableName, items) in response.Responses)
        {
            writer.WritePropertyName(tableName);
            PageWriter.WriteItems(writer, items);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("UnprocessedKeys"u8);
        foreach (var (tableName, keys) in response.UnprocessedKeys)
        {
            writer.WritePropertyName(tableName);
            WriteKeys(writer, keys);
        }

        writer.WriteEndObject();
        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }

    private static Dictionary<string, KeysAndAttributes>? ReadRequestItems(ref RequestReader reader)
    {
        if (!reader.BeginMap(TypeErrors.ModelPackage + "KeysAndAttributes"))
        {
            return null;
        }

        var tables = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal);
        while (reader.ReadMember())
        {
            var tableName = reader.ReadName();
            tables[tableName] = ReadKeys(ref reader, tableName);
        }

        return tables;
    }

    private static KeysAndAttributes ReadKeys(ref RequestReader reader, string tableName)
    {
        List<Item>? keys = null;
        List<string>? attributesToGet = null;
        string? projectionExpression = null;
        IReadOnlyDictionary<string, string>? names = null;
        var consistentRead = false;
        if (reader.BeginStructure("KeysAndAttributes", isElement: true))
        {
            while (reader.ReadMember())
            {
                if (reader.IsMember("Keys"u8))
                {
                    keys = ReadKeyList(ref reader, tableName);
                }
                else if (reader.IsMember("ConsistentRead"u8))
                {
                    consistentRead = reader.ReadBoolean() ?? false;
                }
                else if (reader.IsMember("ProjectionExpression"u8))
                {
                    projectionExpression = reader.ReadString();
                }
                else if (reader.IsMember("ExpressionAttributeNames"u8))
                {
                    names = reader.ReadExpressionAttributeNames();
                }
                else if (reader.IsMember("AttributesToGet"u8))
                {
                    attributesToGet = reader.ReadStringList();
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return new KeysAndAttributes
        {
            Keys = keys,
            ConsistentRead = consistentRead,
            AttributesToGet = attributesToGet,
            ProjectionExpression = projectionExpression,
            ExpressionAttributeNames = names,
        };
    }

    private static List<Item>? ReadKeyList(ref RequestReader reader, string tableName)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var keys = new List<Item>();
        while (reader.ReadElement())
        {
            keys.Add(reader.ReadItem(MemberPath.OfEntry("requestItems", tableName, keys.Count + 1, "keys"), isElement: true) ?? Item.Empty);
        }

        return keys;
    }

    private static void WriteKeys(Utf8JsonWriter writer, KeysAndAttributes keys)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("Keys"u8);
        PageWriter.WriteItems(writer, keys.Keys ?? []);
        if (keys.ConsistentRead)
        {
            writer.WriteBoolean("ConsistentRead"u8, value: true);
        }

        if (keys.AttributesToGet is { } attributesToGet)
        {
            writer.WriteStartArray("AttributesToGet"u8);
            foreach (var attribute in attributesToGet)
            {
                writer.WriteStringValue(attribute);
            }

            writer.WriteEndArray();
        }

        if (keys.ProjectionExpression is { } projection)
        {
            writer.WriteString("ProjectionExpression"u8, projection);
        }

        if (keys.ExpressionAttributeNames is { } names)
        {
            writer.WriteStartObject("ExpressionAttributeNames"u8);
            foreach (var (placeholder, name) in names)
            {
                writer.WriteString(placeholder, name);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>GetItem on the wire.</summary>
internal sealed class GetItemProtocol : IOperationProtocol<GetItemRequest, GetItemResponse>
{
    public static string Name => "GetItem";

    public static GetItemRequest Read(ref RequestReader reader)
    {
        string? tableName = null;
        Item? key = null;
        List<string>? attributesToGet = null;
        string? projectionExpression = null;
        IReadOnlyDictionary<string, string>? names = null;
        var consistentRead = false;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TableName"u8))
            {
                tableName = reader.ReadString();
            }
            else if (reader.IsMember("Key"u8))
            {
                key = reader.ReadItem("key");
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
            else if (reader.IsMember("ReturnConsumedCapacity"u8))
            {
                returnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
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

        return new GetItemRequest
        {
            TableName = tableName,
            Key = key,
            ConsistentRead = consistentRead,
            AttributesToGet = attributesToGet,
            ProjectionExpression = projectionExpression,
            ExpressionAttributeNames = names,
            ReturnConsumedCapacity = returnConsumedCapacity,
        };
    }

    public static void Write(Utf8JsonWriter writer, GetItemRequest request, GetItemResponse response)
    {
        writer.WriteStartObject();
        if (response.Item is { } item)
        {
            ItemWriter.WriteMember(writer, MemberNames.Item, item);
        }

        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }
}

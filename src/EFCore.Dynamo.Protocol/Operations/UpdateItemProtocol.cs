using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>UpdateItem on the wire.</summary>
internal sealed class UpdateItemProtocol : IOperationProtocol<UpdateItemRequest, UpdateItemResponse>
{
    public static string Name => "UpdateItem";

    public static UpdateItemRequest Read(ref RequestReader reader)
    {
        var parameters = default(SingleWriteParameters);
        Dictionary<string, AttributeValueUpdate>? attributeUpdates = null;
        while (reader.ReadMember())
        {
            if (parameters.TryRead(ref reader))
            {
                continue;
            }

            if (reader.IsMember("AttributeUpdates"u8))
            {
                attributeUpdates = LegacyReader.ReadAttributeUpdates(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return ToRequest(parameters.Write) with
        {
            AttributeUpdates = attributeUpdates,
            Expected = parameters.Expected,
            ConditionalOperator = parameters.ConditionalOperator,
            ReturnValues = parameters.ReturnValues,
            ReturnConsumedCapacity = parameters.ReturnConsumedCapacity,
            ReturnItemCollectionMetrics = parameters.ReturnItemCollectionMetrics,
        };
    }

    public static void Write(Utf8JsonWriter writer, UpdateItemRequest request, UpdateItemResponse response)
        => WriteResultWriter.Write(writer, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics);

    /// <summary>The request, or the part of a transaction that has the same members.</summary>
    public static UpdateItemRequest ToRequest(in WriteParameters parameters) => new()
    {
        TableName = parameters.TableName,
        Key = parameters.Key,
        UpdateExpression = parameters.UpdateExpression,
        ConditionExpression = parameters.ConditionExpression,
        ExpressionAttributeNames = parameters.ExpressionAttributeNames,
        ExpressionAttributeValues = parameters.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = parameters.ReturnValuesOnConditionCheckFailure,
    };
}

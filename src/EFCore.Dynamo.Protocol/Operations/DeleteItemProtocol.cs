using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DeleteItem on the wire.</summary>
internal sealed class DeleteItemProtocol : IOperationProtocol<DeleteItemRequest, DeleteItemResponse>
{
    public static string Name => "DeleteItem";

    public static DeleteItemRequest Read(ref RequestReader reader)
    {
        var parameters = default(SingleWriteParameters);
        while (reader.ReadMember())
        {
            if (!parameters.TryRead(ref reader))
            {
                reader.Skip();
            }
        }

        return ToRequest(parameters.Write) with
        {
            Expected = parameters.Expected,
            ConditionalOperator = parameters.ConditionalOperator,
            ReturnValues = parameters.ReturnValues,
            ReturnConsumedCapacity = parameters.ReturnConsumedCapacity,
            ReturnItemCollectionMetrics = parameters.ReturnItemCollectionMetrics,
        };
    }

    public static void Write(Utf8JsonWriter writer, DeleteItemRequest request, DeleteItemResponse response)
        => WriteResultWriter.Write(writer, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics);

    /// <summary>The request, or the part of a transaction that has the same members.</summary>
    public static DeleteItemRequest ToRequest(in WriteParameters parameters) => new()
    {
        TableName = parameters.TableName,
        Key = parameters.Key,
        ConditionExpression = parameters.ConditionExpression,
        ExpressionAttributeNames = parameters.ExpressionAttributeNames,
        ExpressionAttributeValues = parameters.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = parameters.ReturnValuesOnConditionCheckFailure,
    };
}

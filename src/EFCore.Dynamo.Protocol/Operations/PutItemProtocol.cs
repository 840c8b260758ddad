using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>PutItem on the wire.</summary>
internal sealed class PutItemProtocol : IOperationProtocol<PutItemRequest, PutItemResponse>
{
    public static string Name => "PutItem";

    public static PutItemRequest Read(ref RequestReader reader)
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

    public static void Write(Utf8JsonWriter writer, PutItemRequest request, PutItemResponse response)
        => WriteResultWriter.Write(writer, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics);

    /// <summary>The request, or the part of a transaction that has the same members.</summary>
    public static PutItemRequest ToRequest(in WriteParameters parameters) => new()
    {
        TableName = parameters.TableName,
        Item = parameters.Item,
        ConditionExpression = parameters.ConditionExpression,
        ExpressionAttributeNames = parameters.ExpressionAttributeNames,
        ExpressionAttributeValues = parameters.ExpressionAttributeValues,
        ReturnValuesOnConditionCheckFailure = parameters.ReturnValuesOnConditionCheckFailure,
    };
}

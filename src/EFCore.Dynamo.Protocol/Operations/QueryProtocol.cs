using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>Query on the wire.</summary>
internal sealed class QueryProtocol : IOperationProtocol<QueryRequest, QueryResponse>
{
    public static string Name => "Query";

    public static QueryRequest Read(ref RequestReader reader)
    {
        var page = default(PageParameters);
        string? keyConditionExpression = null;
        Dictionary<string, Condition>? keyConditions = null;
        Dictionary<string, Condition>? queryFilter = null;
        var scanIndexForward = true;
        while (reader.ReadMember())
        {
            if (page.TryRead(ref reader))
            {
                continue;
            }

            if (reader.IsMember("KeyConditionExpression"u8))
            {
                keyConditionExpression = reader.ReadString();
            }
            else if (reader.IsMember("ScanIndexForward"u8))
            {
                scanIndexForward = reader.ReadBoolean() ?? true;
            }
            else if (reader.IsMember("KeyConditions"u8))
            {
                keyConditions = LegacyReader.ReadConditions(ref reader, "keyConditions");
            }
            else if (reader.IsMember("QueryFilter"u8))
            {
                queryFilter = LegacyReader.ReadConditions(ref reader, "queryFilter");
            }
            else
            {
                reader.Skip();
            }
        }

        return new QueryRequest
        {
            TableName = page.TableName,
            IndexName = page.IndexName,
            KeyConditionExpression = keyConditionExpression,
            FilterExpression = page.FilterExpression,
            ProjectionExpression = page.ProjectionExpression,
            AttributesToGet = page.AttributesToGet,
            KeyConditions = keyConditions,
            QueryFilter = queryFilter,
            ConditionalOperator = page.ConditionalOperator,
            ExpressionAttributeNames = page.ExpressionAttributeNames,
            ExpressionAttributeValues = page.ExpressionAttributeValues,
            ScanIndexForward = scanIndexForward,
            Limit = page.Limit,
            ExclusiveStartKey = page.ExclusiveStartKey,
            Select = page.Select,
            ConsistentRead = page.ConsistentRead,
            ReturnConsumedCapacity = page.ReturnConsumedCapacity,
        };
    }

    public static void Write(Utf8JsonWriter writer, QueryRequest request, QueryResponse response)
        => PageWriter.Write(
            writer,
            request.Select == Select.Count ? null : response.Items,
            response.Count,
            response.ScannedCount,
            response.LastEvaluatedKey,
            response.ConsumedCapacity);
}

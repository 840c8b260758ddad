using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>Scan on the wire.</summary>
internal sealed class ScanProtocol : IOperationProtocol<ScanRequest, ScanResponse>
{
    public static string Name => "Scan";

    public static ScanRequest Read(ref RequestReader reader)
    {
        var page = default(PageParameters);
        Dictionary<string, Condition>? scanFilter = null;
        int? segment = null;
        int? totalSegments = null;
        while (reader.ReadMember())
        {
            if (page.TryRead(ref reader))
            {
                continue;
            }

            if (reader.IsMember("Segment"u8))
            {
                segment = reader.ReadInt32();
            }
            else if (reader.IsMember("TotalSegments"u8))
            {
                totalSegments = reader.ReadInt32();
            }
            else if (reader.IsMember("ScanFilter"u8))
            {
                scanFilter = LegacyReader.ReadConditions(ref reader, "scanFilter");
            }
            else
            {
                reader.Skip();
            }
        }

        return new ScanRequest
        {
            TableName = page.TableName,
            IndexName = page.IndexName,
            FilterExpression = page.FilterExpression,
            ProjectionExpression = page.ProjectionExpression,
            AttributesToGet = page.AttributesToGet,
            ScanFilter = scanFilter,
            ConditionalOperator = page.ConditionalOperator,
            ExpressionAttributeNames = page.ExpressionAttributeNames,
            ExpressionAttributeValues = page.ExpressionAttributeValues,
            Limit = page.Limit,
            ExclusiveStartKey = page.ExclusiveStartKey,
            Segment = segment,
            TotalSegments = totalSegments,
            Select = page.Select,
            ConsistentRead = page.ConsistentRead,
            ReturnConsumedCapacity = page.ReturnConsumedCapacity,
        };
    }

    public static void Write(Utf8JsonWriter writer, ScanRequest request, ScanResponse response)
        => PageWriter.Write(
            writer,
            request.Select == Select.Count ? null : response.Items,
            response.Count,
            response.ScannedCount,
            response.LastEvaluatedKey,
            response.ConsumedCapacity);
}

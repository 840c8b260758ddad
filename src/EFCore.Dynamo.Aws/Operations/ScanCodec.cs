using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>Scan to the SDK's types and back.</summary>
internal static class ScanCodec
{
    public static Model.ScanRequest ToSdk(ScanRequest request) => new()
    {
        TableName = request.TableName,
        IndexName = request.IndexName,
        FilterExpression = request.FilterExpression,
        ProjectionExpression = request.ProjectionExpression,
        AttributesToGet = NamesCodec.ToSdk(request.AttributesToGet),
        ScanFilter = LegacyCodec.ToSdk(request.ScanFilter),
        ConditionalOperator = Enums.ConditionalOperator.ToSdk(request.ConditionalOperator),
        ExpressionAttributeNames = NamesCodec.ToSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ToSdk(request.ExpressionAttributeValues),
        Limit = request.Limit,
        ExclusiveStartKey = ItemCodec.ToSdk(request.ExclusiveStartKey),
        Segment = request.Segment,
        TotalSegments = request.TotalSegments,
        Select = Enums.Select.ToSdk(request.Select),
        ConsistentRead = request.ConsistentRead ? true : null,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static ScanRequest FromSdk(Model.ScanRequest request) => new()
    {
        TableName = request.TableName,
        IndexName = request.IndexName,
        FilterExpression = request.FilterExpression,
        ProjectionExpression = request.ProjectionExpression,
        AttributesToGet = NamesCodec.FromSdk(request.AttributesToGet),
        ScanFilter = LegacyCodec.FromSdk(request.ScanFilter, "scanFilter"),
        ConditionalOperator = Enums.ConditionalOperator.FromRequest(request.ConditionalOperator, "conditionalOperator"),
        ExpressionAttributeNames = NamesCodec.FromSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ExpressionValuesFromRequest(request.ExpressionAttributeValues, "expressionAttributeValues"),
        Limit = request.Limit,
        ExclusiveStartKey = ItemCodec.FromRequest(request.ExclusiveStartKey, "exclusiveStartKey"),
        Segment = request.Segment,
        TotalSegments = request.TotalSegments,
        Select = Enums.Select.FromRequest(request.Select, "select"),
        ConsistentRead = request.ConsistentRead ?? false,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    /// <param name="response">The page.</param>
    /// <param name="select">What was asked for: a count has no list of items, not even an empty one.</param>
    public static Model.ScanResponse ToSdk(ScanResponse response, Select? select) => new()
    {
        Items = ItemCodec.ToSdk(select == Select.Count ? null : response.Items),
        Count = response.Count,
        ScannedCount = response.ScannedCount,
        LastEvaluatedKey = ItemCodec.ToSdk(response.LastEvaluatedKey),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static ScanResponse FromSdk(Model.ScanResponse response) => new()
    {
        Items = ItemCodec.FromSdk(response.Items) ?? [],
        Count = response.Count ?? 0,
        ScannedCount = response.ScannedCount ?? 0,
        LastEvaluatedKey = ItemCodec.FromSdk(response.LastEvaluatedKey),
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };
}

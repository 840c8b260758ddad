using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>Query to the SDK's types and back.</summary>
internal static class QueryCodec
{
    public static Model.QueryRequest ToSdk(QueryRequest request) => new()
    {
        TableName = request.TableName,
        IndexName = request.IndexName,
        KeyConditionExpression = request.KeyConditionExpression,
        FilterExpression = request.FilterExpression,
        ProjectionExpression = request.ProjectionExpression,
        AttributesToGet = NamesCodec.ToSdk(request.AttributesToGet),
        KeyConditions = LegacyCodec.ToSdk(request.KeyConditions),
        QueryFilter = LegacyCodec.ToSdk(request.QueryFilter),
        ConditionalOperator = Enums.ConditionalOperator.ToSdk(request.ConditionalOperator),
        ExpressionAttributeNames = NamesCodec.ToSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ToSdk(request.ExpressionAttributeValues),
        ScanIndexForward = request.ScanIndexForward ? null : false,
        Limit = request.Limit,
        ExclusiveStartKey = ItemCodec.ToSdk(request.ExclusiveStartKey),
        Select = Enums.Select.ToSdk(request.Select),
        ConsistentRead = request.ConsistentRead ? true : null,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static QueryRequest FromSdk(Model.QueryRequest request) => new()
    {
        TableName = request.TableName,
        IndexName = request.IndexName,
        KeyConditionExpression = request.KeyConditionExpression,
        FilterExpression = request.FilterExpression,
        ProjectionExpression = request.ProjectionExpression,
        AttributesToGet = NamesCodec.FromSdk(request.AttributesToGet),
        KeyConditions = LegacyCodec.FromSdk(request.KeyConditions, "keyConditions"),
        QueryFilter = LegacyCodec.FromSdk(request.QueryFilter, "queryFilter"),
        ConditionalOperator = Enums.ConditionalOperator.FromRequest(request.ConditionalOperator, "conditionalOperator"),
        ExpressionAttributeNames = NamesCodec.FromSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ExpressionValuesFromRequest(request.ExpressionAttributeValues, "expressionAttributeValues"),
        ScanIndexForward = request.ScanIndexForward ?? true,
        Limit = request.Limit,
        ExclusiveStartKey = ItemCodec.FromRequest(request.ExclusiveStartKey, "exclusiveStartKey"),
        Select = Enums.Select.FromRequest(request.Select, "select"),
        ConsistentRead = request.ConsistentRead ?? false,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    /// <param name="response">The page.</param>
    /// <param name="select">What was asked for: a count has no list of items, not even an empty one.</param>
    public static Model.QueryResponse ToSdk(QueryResponse response, Select? select) => new()
    {
        Items = ItemCodec.ToSdk(select == Select.Count ? null : response.Items),
        Count = response.Count,
        ScannedCount = response.ScannedCount,
        LastEvaluatedKey = ItemCodec.ToSdk(response.LastEvaluatedKey),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static QueryResponse FromSdk(Model.QueryResponse response) => new()
    {
        Items = ItemCodec.FromSdk(response.Items) ?? [],
        Count = response.Count ?? 0,
        ScannedCount = response.ScannedCount ?? 0,
        LastEvaluatedKey = ItemCodec.FromSdk(response.LastEvaluatedKey),
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };
}

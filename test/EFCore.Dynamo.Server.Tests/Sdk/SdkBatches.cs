using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>Batches to the SDK's and back.</summary>
internal static class SdkBatches
{
    public static Model.BatchGetItemRequest ToSdk(BatchGetItemRequest request) => new()
    {
        RequestItems = request.RequestItems?.ToDictionary(
            static pair => pair.Key,
            static pair => new Model.KeysAndAttributes
            {
                Keys = pair.Value.Keys?.Select(static key => SdkValues.ToSdk(key)).ToList(),
                ConsistentRead = pair.Value.ConsistentRead,
                ProjectionExpression = pair.Value.ProjectionExpression,
                ExpressionAttributeNames = SdkDynamoClient.ToSdk(pair.Value.ExpressionAttributeNames),
            }),
        ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
    };

    public static BatchGetItemResponse FromSdk(Model.BatchGetItemResponse response) => new()
    {
        Responses = (response.Responses ?? []).ToDictionary(
            static pair => pair.Key, static pair => (IReadOnlyList<Item>)pair.Value.ConvertAll(SdkValues.ToItem), StringComparer.Ordinal),
        UnprocessedKeys = (response.UnprocessedKeys ?? []).ToDictionary(
            static pair => pair.Key,
            static pair => new KeysAndAttributes
            {
                Keys = pair.Value.Keys.ConvertAll(SdkValues.ToItem),
                ConsistentRead = pair.Value.ConsistentRead ?? false,
                ProjectionExpression = pair.Value.ProjectionExpression,
                ExpressionAttributeNames = pair.Value.ExpressionAttributeNames,
            },
            StringComparer.Ordinal),
        ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
    };

    public static Model.BatchWriteItemRequest ToSdk(BatchWriteItemRequest request) => new()
    {
        RequestItems = request.RequestItems?.ToDictionary(static pair => pair.Key, static pair => pair.Value.Select(ToSdk).ToList()),
        ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
        ReturnItemCollectionMetrics = SdkEnums.ToWire(request.ReturnItemCollectionMetrics),
    };

    public static BatchWriteItemResponse FromSdk(Model.BatchWriteItemResponse response) => new()
    {
        UnprocessedItems = (response.UnprocessedItems ?? []).ToDictionary(
            static pair => pair.Key, static pair => (IReadOnlyList<WriteRequest>)pair.Value.ConvertAll(FromSdk), StringComparer.Ordinal),
        ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
        ItemCollectionMetrics = SdkResults.FromSdk(response.ItemCollectionMetrics),
    };

    private static Model.WriteRequest ToSdk(WriteRequest write) => new()
    {
        PutRequest = write.PutItem is { } item ? new Model.PutRequest { Item = SdkValues.ToSdk(item) } : null,
        DeleteRequest = write.DeleteKey is { } key ? new Model.DeleteRequest { Key = SdkValues.ToSdk(key) } : null,
    };

    private static WriteRequest FromSdk(Model.WriteRequest write) => new() { PutItem = SdkValues.FromSdk(write.PutRequest?.Item), DeleteKey = SdkValues.FromSdk(write.DeleteRequest?.Key) };
}

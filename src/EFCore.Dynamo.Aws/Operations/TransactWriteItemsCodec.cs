using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>TransactWriteItems to the SDK's types and back.</summary>
internal static class TransactWriteItemsCodec
{
    public static Model.TransactWriteItemsRequest ToSdk(TransactWriteItemsRequest request) => new()
    {
        TransactItems = Collections.ToSdk(request.TransactItems, ToSdk),
        ClientRequestToken = request.ClientRequestToken,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
        ReturnItemCollectionMetrics = Enums.ReturnItemCollectionMetrics.ToSdkUnlessDefault(request.ReturnItemCollectionMetrics),
    };

    public static TransactWriteItemsRequest FromSdk(Model.TransactWriteItemsRequest request) => new()
    {
        TransactItems = Collections.FromSdk(request.TransactItems, FromSdk),
        ClientRequestToken = request.ClientRequestToken,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
        ReturnItemCollectionMetrics = Enums.ReturnItemCollectionMetrics.FromRequest(request.ReturnItemCollectionMetrics, "returnItemCollectionMetrics")
            ?? default,
    };

    public static Model.TransactWriteItemsResponse ToSdk(TransactWriteItemsResponse response) => new()
    {
        ItemCollectionMetrics = CapacityCodec.ToSdk(response.ItemCollectionMetrics),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static TransactWriteItemsResponse FromSdk(Model.TransactWriteItemsResponse response) => new()
    {
        ItemCollectionMetrics = CapacityCodec.FromSdk(response.ItemCollectionMetrics),
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };

    private static Model.TransactWriteItem ToSdk(TransactWriteItem item) => new()
    {
        ConditionCheck = item.ConditionCheck is { } check ? ToSdk(check) : null,
        Put = item.Put is { } put ? PutItemCodec.ToSdkPart(put) : null,
        Update = item.Update is { } update ? UpdateItemCodec.ToSdkPart(update) : null,
        Delete = item.Delete is { } delete ? DeleteItemCodec.ToSdkPart(delete) : null,
    };

    private static TransactWriteItem FromSdk(Model.TransactWriteItem item, int index) => new()
    {
        ConditionCheck = item.ConditionCheck is { } check ? FromSdk(check, index) : null,
        Put = item.Put is { } put ? PutItemCodec.FromSdkPart(put, index) : null,
        Update = item.Update is { } update ? UpdateItemCodec.FromSdkPart(update, index) : null,
        Delete = item.Delete is { } delete ? DeleteItemCodec.FromSdkPart(delete, index) : null,
    };

    private static Model.ConditionCheck ToSdk(ConditionCheck check) => new()
    {
        TableName = check.TableName,
        Key = ItemCodec.ToSdk(check.Key),
        ConditionExpression = check.ConditionExpression,
        ExpressionAttributeNames = NamesCodec.ToSdk(check.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ToSdk(check.ExpressionAttributeValues),
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.ToSdkUnlessDefault(check.ReturnValuesOnConditionCheckFailure),
    };

    private static ConditionCheck FromSdk(Model.ConditionCheck check, int index) => new()
    {
        TableName = check.TableName,
        Key = ItemCodec.FromRequest(check.Key, MemberPath.OfElement("transactItems", index, "conditionCheck.key")),
        ConditionExpression = check.ConditionExpression,
        ExpressionAttributeNames = NamesCodec.FromSdk(check.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ExpressionValuesFromRequest(
            check.ExpressionAttributeValues, MemberPath.OfElement("transactItems", index, "conditionCheck.expressionAttributeValues")),
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.FromRequest(
            check.ReturnValuesOnConditionCheckFailure, MemberPath.OfElement("transactItems", index, "conditionCheck.returnValuesOnConditionCheckFailure"))
                ?? default,
    };
}

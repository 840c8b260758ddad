using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>DeleteItem, and the Delete of a transaction, to the SDK's types and back.</summary>
internal static class DeleteItemCodec
{
    public static Model.DeleteItemRequest ToSdk(DeleteItemRequest request) => new()
    {
        TableName = request.TableName,
        Key = ItemCodec.ToSdk(request.Key),
        ConditionExpression = request.ConditionExpression,
        Expected = LegacyCodec.ToSdk(request.Expected),
        ConditionalOperator = Enums.ConditionalOperator.ToSdk(request.ConditionalOperator),
        ExpressionAttributeNames = NamesCodec.ToSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ToSdk(request.ExpressionAttributeValues),
        ReturnValues = Enums.ReturnValues.ToSdkUnlessDefault(request.ReturnValues),
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.ToSdkUnlessDefault(request.ReturnValuesOnConditionCheckFailure),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
        ReturnItemCollectionMetrics = Enums.ReturnItemCollectionMetrics.ToSdkUnlessDefault(request.ReturnItemCollectionMetrics),
    };

    public static DeleteItemRequest FromSdk(Model.DeleteItemRequest request) => new()
    {
        TableName = request.TableName,
        Key = ItemCodec.FromRequest(request.Key, "key"),
        ConditionExpression = request.ConditionExpression,
        Expected = LegacyCodec.FromSdk(request.Expected),
        ConditionalOperator = Enums.ConditionalOperator.FromRequest(request.ConditionalOperator, "conditionalOperator"),
        ExpressionAttributeNames = NamesCodec.FromSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ExpressionValuesFromRequest(request.ExpressionAttributeValues, "expressionAttributeValues"),
        ReturnValues = Enums.ReturnValues.FromRequest(request.ReturnValues, "returnValues") ?? default,
        ReturnValuesOnConditionCheckFailure =
            Enums.ReturnValuesOnConditionCheckFailure.FromRequest(request.ReturnValuesOnConditionCheckFailure, "returnValuesOnConditionCheckFailure")
                ?? default,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
        ReturnItemCollectionMetrics = Enums.ReturnItemCollectionMetrics.FromRequest(request.ReturnItemCollectionMetrics, "returnItemCollectionMetrics")
            ?? default,
    };

    public static Model.DeleteItemResponse ToSdk(DeleteItemResponse response) => new()
    {
        Attributes = ItemCodec.ToSdk(response.Attributes),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
        ItemCollectionMetrics = CapacityCodec.ToSdk(response.ItemCollectionMetrics),
    };

    public static DeleteItemResponse FromSdk(Model.DeleteItemResponse response) => new()
    {
        Attributes = ItemCodec.FromSdk(response.Attributes),
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
        ItemCollectionMetrics = CapacityCodec.FromSdk(response.ItemCollectionMetrics),
    };

    public static Model.Delete ToSdkPart(DeleteItemRequest request)
    {
        Refusals.ThrowIfLegacy(request);
        return new Model.Delete
        {
            TableName = request.TableName,
            Key = ItemCodec.ToSdk(request.Key),
            ConditionExpression = request.ConditionExpression,
            ExpressionAttributeNames = NamesCodec.ToSdk(request.ExpressionAttributeNames),
            ExpressionAttributeValues = ItemCodec.ToSdk(request.ExpressionAttributeValues),
            ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.ToSdkUnlessDefault(request.ReturnValuesOnConditionCheckFailure),
        };
    }

    /// <param name="request">The part.</param>
    /// <param name="index">Where it stands in the transaction, for errors.</param>
    public static DeleteItemRequest FromSdkPart(Model.Delete request, int index) => new()
    {
        TableName = request.TableName,
        Key = ItemCodec.FromRequest(request.Key, MemberPath.OfElement("transactItems", index, "delete.key")),
        ConditionExpression = request.ConditionExpression,
        ExpressionAttributeNames = NamesCodec.FromSdk(request.ExpressionAttributeNames),
        ExpressionAttributeValues = ItemCodec.ExpressionValuesFromRequest(
            request.ExpressionAttributeValues, MemberPath.OfElement("transactItems", index, "delete.expressionAttributeValues")),
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.FromRequest(
            request.ReturnValuesOnConditionCheckFailure, MemberPath.OfElement("transactItems", index, "delete.returnValuesOnConditionCheckFailure")) ?? default,
    };
}

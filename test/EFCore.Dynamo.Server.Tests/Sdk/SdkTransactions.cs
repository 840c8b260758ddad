using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>Transactions to the SDK's.</summary>
internal static class SdkTransactions
{
    public static Model.TransactGetItemsRequest ToSdk(TransactGetItemsRequest request) => new()
    {
        TransactItems = request.TransactItems?.Select(static item => new Model.TransactGetItem
        {
            Get = new Model.Get
            {
                TableName = item.TableName,
                Key = SdkValues.ToSdk(item.Key),
                ProjectionExpression = item.ProjectionExpression,
                ExpressionAttributeNames = SdkDynamoClient.ToSdk(item.ExpressionAttributeNames),
            },
        }).ToList(),
        ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
    };

    public static Model.TransactWriteItemsRequest ToSdk(TransactWriteItemsRequest request) => new()
    {
        TransactItems = request.TransactItems?.Select(ToSdk).ToList(),
        ClientRequestToken = request.ClientRequestToken,
        ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
        ReturnItemCollectionMetrics = SdkEnums.ToWire(request.ReturnItemCollectionMetrics),
    };

    private static Model.TransactWriteItem ToSdk(TransactWriteItem item) => new()
    {
        ConditionCheck = item.ConditionCheck is not { } check ? null : new Model.ConditionCheck
        {
            TableName = check.TableName,
            Key = SdkValues.ToSdk(check.Key),
            ConditionExpression = check.ConditionExpression,
            ExpressionAttributeNames = SdkDynamoClient.ToSdk(check.ExpressionAttributeNames),
            ExpressionAttributeValues = SdkValues.ToSdk(check.ExpressionAttributeValues),
            ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(check.ReturnValuesOnConditionCheckFailure),
        },
        Put = item.Put is not { } put ? null : new Model.Put
        {
            TableName = put.TableName,
            Item = SdkValues.ToSdk(put.Item),
            ConditionExpression = put.ConditionExpression,
            ExpressionAttributeNames = SdkDynamoClient.ToSdk(put.ExpressionAttributeNames),
            ExpressionAttributeValues = SdkValues.ToSdk(put.ExpressionAttributeValues),
            ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(put.ReturnValuesOnConditionCheckFailure),
        },
        Update = item.Update is not { } update ? null : new Model.Update
        {
            TableName = update.TableName,
            Key = SdkValues.ToSdk(update.Key),
            UpdateExpression = update.UpdateExpression,
            ConditionExpression = update.ConditionExpression,
            ExpressionAttributeNames = SdkDynamoClient.ToSdk(update.ExpressionAttributeNames),
            ExpressionAttributeValues = SdkValues.ToSdk(update.ExpressionAttributeValues),
            ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(update.ReturnValuesOnConditionCheckFailure),
        },
        Delete = item.Delete is not { } delete ? null : new Model.Delete
        {
            TableName = delete.TableName,
            Key = SdkValues.ToSdk(delete.Key),
            ConditionExpression = delete.ConditionExpression,
            ExpressionAttributeNames = SdkDynamoClient.ToSdk(delete.ExpressionAttributeNames),
            ExpressionAttributeValues = SdkValues.ToSdk(delete.ExpressionAttributeValues),
            ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(delete.ReturnValuesOnConditionCheckFailure),
        },
    };
}

using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>GetItem to the SDK's types and back.</summary>
internal static class GetItemCodec
{
    public static Model.GetItemRequest ToSdk(GetItemRequest request) => new()
    {
        TableName = request.TableName,
        Key = ItemCodec.ToSdk(request.Key),
        ConsistentRead = request.ConsistentRead ? true : null,
        ProjectionExpression = request.ProjectionExpression,
        AttributesToGet = NamesCodec.ToSdk(request.AttributesToGet),
        ExpressionAttributeNames = NamesCodec.ToSdk(request.ExpressionAttributeNames),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static GetItemRequest FromSdk(Model.GetItemRequest request) => new()
    {
        TableName = request.TableName,
        Key = ItemCodec.FromRequest(request.Key, "key"),
        ConsistentRead = request.ConsistentRead ?? false,
        ProjectionExpression = request.ProjectionExpression,
        AttributesToGet = NamesCodec.FromSdk(request.AttributesToGet),
        ExpressionAttributeNames = NamesCodec.FromSdk(request.ExpressionAttributeNames),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    public static Model.GetItemResponse ToSdk(GetItemResponse response)
    {
        var sdk = new Model.GetItemResponse { ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity) };
        if (response.Item is { } item)
        {
            sdk.Item = ItemCodec.ToSdk(item);
            sdk.IsItemSet = true;
        }

        return sdk;
    }

    public static GetItemResponse FromSdk(Model.GetItemResponse response) => new()
    {
        Item = response.IsItemSet ? ItemCodec.ToItem(response.Item) : null,
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };
}

using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>TransactGetItems to the SDK's types and back.</summary>
internal static class TransactGetItemsCodec
{
    public static Model.TransactGetItemsRequest ToSdk(TransactGetItemsRequest request) => new()
    {
        TransactItems = Collections.ToSdk(request.TransactItems, ToSdk),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static TransactGetItemsRequest FromSdk(Model.TransactGetItemsRequest request) => new()
    {
        TransactItems = Collections.FromSdk(request.TransactItems, FromSdk),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    public static Model.TransactGetItemsResponse ToSdk(TransactGetItemsResponse response) => new()
    {
        Responses = Collections.ToSdk(response.Responses, static item => new Model.ItemResponse { Item = ItemCodec.ToSdk(item) }),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static TransactGetItemsResponse FromSdk(Model.TransactGetItemsResponse response) => new()
    {
        Responses = Collections.FromSdk<Model.ItemResponse, Item?>(response.Responses, static found => ItemCodec.FromSdk(found.Item)) ?? [],
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };

    private static Model.TransactGetItem ToSdk(TransactGetItem item) => new()
    {
        Get = new Model.Get
        {
            TableName = item.TableName,
            Key = ItemCodec.ToSdk(item.Key),
            ProjectionExpression = item.ProjectionExpression,
            ExpressionAttributeNames = NamesCodec.ToSdk(item.ExpressionAttributeNames),
        },
    };

    // Null for an element without its Get, in spite of the type: the validator reports it.
    private static TransactGetItem FromSdk(Model.TransactGetItem item, int index) => item.Get is not { } get ? null! : new() // see above
    {
        TableName = get.TableName,
        Key = ItemCodec.FromRequest(get.Key, MemberPath.OfElement("transactItems", index, "get.key")),
        ProjectionExpression = get.ProjectionExpression,
        ExpressionAttributeNames = NamesCodec.FromSdk(get.ExpressionAttributeNames),
    };
}

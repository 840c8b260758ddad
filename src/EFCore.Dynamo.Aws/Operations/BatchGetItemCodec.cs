using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>BatchGetItem to the SDK's types and back.</summary>
internal static class BatchGetItemCodec
{
    public static Model.BatchGetItemRequest ToSdk(BatchGetItemRequest request) => new()
    {
        RequestItems = Collections.ToSdk(request.RequestItems, ToSdk),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static BatchGetItemRequest FromSdk(Model.BatchGetItemRequest request) => new()
    {
        RequestItems = ReadRequestItems(request.RequestItems),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    public static Model.BatchGetItemResponse ToSdk(BatchGetItemResponse response) => new()
    {
        Responses = Collections.ToSdk(response.Responses, static items => ItemCodec.ToSdk(items)!), // lists are never null
        UnprocessedKeys = Collections.ToSdk(response.UnprocessedKeys, ToSdk),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static BatchGetItemResponse FromSdk(Model.BatchGetItemResponse response) => new()
    {
        Responses = Collections.FromSdk(response.Responses, static items => (IReadOnlyList<Item>)items.ConvertAll(ItemCodec.ToItem)) ?? [],
        UnprocessedKeys = Collections.FromSdk(response.UnprocessedKeys, FromSdk) ?? [],
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };

    private static Model.KeysAndAttributes ToSdk(KeysAndAttributes keys) => new()
    {
        Keys = ItemCodec.ToSdk(keys.Keys),
        ConsistentRead = keys.ConsistentRead ? true : null,
        ProjectionExpression = keys.ProjectionExpression,
        AttributesToGet = NamesCodec.ToSdk(keys.AttributesToGet),
        ExpressionAttributeNames = NamesCodec.ToSdk(keys.ExpressionAttributeNames),
    };

    private static KeysAndAttributes FromSdk(Model.KeysAndAttributes keys) => FromSdk(keys, ItemCodec.FromSdk(keys.Keys));

    private static KeysAndAttributes FromSdk(Model.KeysAndAttributes keys, IReadOnlyList<Item>? items) => new()
    {
        Keys = items,
        ConsistentRead = keys.ConsistentRead ?? false,
        ProjectionExpression = keys.ProjectionExpression,
        AttributesToGet = NamesCodec.FromSdk(keys.AttributesToGet),
        ExpressionAttributeNames = NamesCodec.FromSdk(keys.ExpressionAttributeNames),
    };

    private static Dictionary<string, KeysAndAttributes>? ReadRequestItems(Dictionary<string, Model.KeysAndAttributes>? tables)
    {
        if (Collections.IsAbsent(tables))
        {
            return null;
        }

        var result = new Dictionary<string, KeysAndAttributes>(tables!.Count, StringComparer.Ordinal); // not null: it is present
        foreach (var (tableName, keys) in tables)
        {
            var path = $"requestItems.{tableName}.member";
            result.Add(
                tableName,
                FromSdk(
                    keys, Collections.FromSdk(keys.Keys, (key, index) => ItemCodec.FromRequest(key, MemberPath.OfElement(path, index, "keys")) ?? Item.Empty)));
        }

        return result;
    }
}

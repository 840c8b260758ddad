using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>BatchWriteItem to the SDK's types and back.</summary>
internal static class BatchWriteItemCodec
{
    public static Model.BatchWriteItemRequest ToSdk(BatchWriteItemRequest request) => new()
    {
        RequestItems = Collections.ToSdk(request.RequestItems, static writes => Collections.ToSdk(writes, ToSdk)!), // lists are never null
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
        ReturnItemCollectionMetrics = Enums.ReturnItemCollectionMetrics.ToSdkUnlessDefault(request.ReturnItemCollectionMetrics),
    };

    public static BatchWriteItemRequest FromSdk(Model.BatchWriteItemRequest request) => new()
    {
        RequestItems = FromSdk(request.RequestItems),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
        ReturnItemCollectionMetrics = Enums.ReturnItemCollectionMetrics.FromRequest(request.ReturnItemCollectionMetrics, "returnItemCollectionMetrics")
            ?? default,
    };

    public static Model.BatchWriteItemResponse ToSdk(BatchWriteItemResponse response) => new()
    {
        UnprocessedItems = Collections.ToSdk(response.UnprocessedItems, static writes => Collections.ToSdk(writes, ToSdk)!), // lists are never null
        ItemCollectionMetrics = CapacityCodec.ToSdk(response.ItemCollectionMetrics),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static BatchWriteItemResponse FromSdk(Model.BatchWriteItemResponse response) => new()
    {
        UnprocessedItems = FromSdk(response.UnprocessedItems) ?? [],
        ItemCollectionMetrics = CapacityCodec.FromSdk(response.ItemCollectionMetrics),
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };

    private static Model.WriteRequest ToSdk(WriteRequest write) => new()
    {
        PutRequest = write.PutItem is { } item ? new Model.PutRequest { Item = ItemCodec.ToSdk(item) } : null,
        DeleteRequest = write.DeleteKey is { } key ? new Model.DeleteRequest { Key = ItemCodec.ToSdk(key) } : null,
    };

    private static Dictionary<string, IReadOnlyList<WriteRequest>>? FromSdk(Dictionary<string, List<Model.WriteRequest>>? tables)
    {
        if (Collections.IsAbsent(tables))
        {
            return null;
        }

        var result = new Dictionary<string, IReadOnlyList<WriteRequest>>(tables!.Count, StringComparer.Ordinal); // not null: it is present
        foreach (var (tableName, writes) in tables)
        {
            var table = new WriteRequest[writes.Count];
            var path = $"requestItems.{tableName}.member";
            for (var i = 0; i < table.Length; i++)
            {
                table[i] = FromSdk(writes[i], path, i);
            }

            result.Add(tableName, table);
        }

        return result;
    }

    private static WriteRequest FromSdk(Model.WriteRequest write, string list, int index) => new()
    {
        PutItem = write.PutRequest is { } put ? ReadRequired(put.Item, MemberPath.OfElement(list, index, "putRequest.item")) : null,
        DeleteKey = write.DeleteRequest is { } delete ? ReadRequired(delete.Key, MemberPath.OfElement(list, index, "deleteRequest.key")) : null,
    };

    private static Item ReadRequired(Dictionary<string, Model.AttributeValue>? item, MemberPath path)
        => Violations.Required(ItemCodec.FromRequest(item, path), path);
}

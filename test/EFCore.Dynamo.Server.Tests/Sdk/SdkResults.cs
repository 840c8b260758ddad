using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>What responses report besides items.</summary>
internal static class SdkResults
{
    public static ConsumedCapacity? FromSdk(Model.ConsumedCapacity? consumed) => consumed is null ? null : new()
    {
        TableName = consumed.TableName,
        CapacityUnits = consumed.CapacityUnits!.Value,
        ReadCapacityUnits = consumed.ReadCapacityUnits,
        WriteCapacityUnits = consumed.WriteCapacityUnits,
        Table = consumed.Table is null ? null : FromSdk(consumed.Table),
        LocalSecondaryIndexes = consumed.LocalSecondaryIndexes?.ToDictionary(static pair => pair.Key, static pair => FromSdk(pair.Value), StringComparer.Ordinal),
        GlobalSecondaryIndexes = consumed.GlobalSecondaryIndexes?.ToDictionary(static pair => pair.Key, static pair => FromSdk(pair.Value), StringComparer.Ordinal),
    };

    public static List<ConsumedCapacity>? FromSdk(List<Model.ConsumedCapacity>? consumed) => consumed?.ConvertAll(static table => FromSdk(table)!); // elements are never null

    public static ItemCollectionMetrics? FromSdk(Model.ItemCollectionMetrics? metrics)
        => metrics?.ItemCollectionKey is null or { Count: 0 } ? null : new(SdkValues.ToItem(metrics.ItemCollectionKey), (metrics.SizeEstimateRangeGB[0], metrics.SizeEstimateRangeGB[1]));

    public static Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>? FromSdk(Dictionary<string, List<Model.ItemCollectionMetrics>>? metrics)
        => metrics?.ToDictionary(
            static pair => pair.Key,
            static pair => (IReadOnlyList<ItemCollectionMetrics>)pair.Value.ConvertAll(static collection => FromSdk(collection)!), // elements are never null
            StringComparer.Ordinal);

    private static Capacity FromSdk(Model.Capacity capacity) => new(capacity.CapacityUnits!.Value, capacity.ReadCapacityUnits, capacity.WriteCapacityUnits);
}

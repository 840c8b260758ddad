using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>What responses say they consumed and touched, to the SDK's types and back.</summary>
internal static class CapacityCodec
{
    public static ConsumedCapacity? FromSdk(Model.ConsumedCapacity? consumed) => consumed is null ? null : new()
    {
        TableName = consumed.TableName,
        CapacityUnits = consumed.CapacityUnits ?? 0,
        ReadCapacityUnits = consumed.ReadCapacityUnits,
        WriteCapacityUnits = consumed.WriteCapacityUnits,
        Table = FromSdk(consumed.Table),
        LocalSecondaryIndexes = FromSdk(consumed.LocalSecondaryIndexes),
        GlobalSecondaryIndexes = FromSdk(consumed.GlobalSecondaryIndexes),
    };

    public static List<ConsumedCapacity>? FromSdk(List<Model.ConsumedCapacity>? consumed)
        => Collections.FromSdk(consumed, static table => FromSdk(table)!); // elements are never null

    public static Model.ConsumedCapacity? ToSdk(ConsumedCapacity? consumed) => consumed is null ? null : new()
    {
        TableName = consumed.TableName,
        CapacityUnits = consumed.CapacityUnits,
        ReadCapacityUnits = consumed.ReadCapacityUnits,
        WriteCapacityUnits = consumed.WriteCapacityUnits,
        Table = consumed.Table is null ? null : ToSdk(consumed.Table),
        LocalSecondaryIndexes = Collections.ToSdk(consumed.LocalSecondaryIndexes, ToSdk),
        GlobalSecondaryIndexes = Collections.ToSdk(consumed.GlobalSecondaryIndexes, ToSdk),
    };

    public static List<Model.ConsumedCapacity>? ToSdk(IReadOnlyList<ConsumedCapacity>? consumed)
        => Collections.ToSdk(consumed, static table => ToSdk(table)!); // elements are never null

    public static ItemCollectionMetrics? FromSdk(Model.ItemCollectionMetrics? metrics)
        => metrics?.ItemCollectionKey is null or { Count: 0 } || metrics.SizeEstimateRangeGB is not [var lower, var upper]
            ? null
            : new(ItemCodec.ToItem(metrics.ItemCollectionKey), (lower, upper));

    public static Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>? FromSdk(Dictionary<string, List<Model.ItemCollectionMetrics>>? metrics)
        => Collections.FromSdk(
            metrics, static collections => (IReadOnlyList<ItemCollectionMetrics>)[.. collections.Select(FromSdk).OfType<ItemCollectionMetrics>()]);

    public static Model.ItemCollectionMetrics? ToSdk(ItemCollectionMetrics? metrics) => metrics is null ? null : new()
    {
        ItemCollectionKey = ItemCodec.ToSdk(metrics.ItemCollectionKey),
        SizeEstimateRangeGB = Collections.ToSdk([metrics.SizeEstimateRangeGB.Lower, metrics.SizeEstimateRangeGB.Upper], static bound => bound),
    };

    public static Dictionary<string, List<Model.ItemCollectionMetrics>>? ToSdk(IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? metrics)
        => Collections.ToSdk(
            metrics, static collections => Collections.ToSdk(collections, static collection => ToSdk(collection)!)!); // neither lists nor elements are null

    private static Capacity? FromSdk(Model.Capacity? capacity)
        => capacity is null ? null : new(capacity.CapacityUnits ?? 0, capacity.ReadCapacityUnits, capacity.WriteCapacityUnits);

    private static Dictionary<string, Capacity>? FromSdk(Dictionary<string, Model.Capacity>? indexes)
        => Collections.FromSdk(indexes, static capacity => FromSdk(capacity)!); // values are never null

    private static Model.Capacity ToSdk(Capacity capacity) => new()
    {
        CapacityUnits = capacity.CapacityUnits,
        ReadCapacityUnits = capacity.ReadCapacityUnits,
        WriteCapacityUnits = capacity.WriteCapacityUnits,
    };
}

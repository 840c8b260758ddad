using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Items;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>Limits that only tables with local secondary indexes have.</summary>
internal static class LocalIndexRules
{
    /// <summary>An item and its local index entries may have 400 KB together, and the item collection 10 GB.</summary>
    public static ServiceError? Validate(TransactionView transaction, TableSchema table, in ItemChange change, List<IndexChange> indexChanges, long growthBytes)
    {
        long sizeBytes = change.NewSizeBytes;
        foreach (var indexChange in indexChanges)
        {
            if (!indexChange.Index.IsGlobal)
            {
                sizeBytes += indexChange.NewSizeBytes;
            }
        }

        if (sizeBytes > ItemRules.MaxSizeBytes)
        {
            return ServiceError.Validation(ItemRules.TooLarge);
        }

        return growthBytes > 0 && ItemCollectionSizes.Get(transaction, table, change.Key.Span) + growthBytes > ItemCollectionSizes.MaxSizeBytes
            ? ServiceError.ItemCollectionSizeLimitExceeded(ItemCollectionSizes.LimitExceeded)
            : null;
    }

    /// <summary>How much the item collection grows: the item and its local index entries.</summary>
    public static long GetItemCollectionGrowth(in ItemChange change, List<IndexChange> indexChanges)
    {
        long growthBytes = change.NewSizeBytes - change.OldSizeBytes;
        foreach (var indexChange in indexChanges)
        {
            if (!indexChange.Index.IsGlobal)
            {
                growthBytes += indexChange.NewSizeBytes - indexChange.OldSizeBytes;
            }
        }

        return growthBytes;
    }
}

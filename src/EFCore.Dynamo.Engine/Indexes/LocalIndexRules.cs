using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation;

namespace EFCore.Dynamo.Engine.Indexes;

/// <summary>Limits that only tables with local secondary indexes have.</summary>
internal static class LocalIndexRules
{
    /// <summary>An item and its local index entries may have 400 KB together, and the item collection 10 GB.</summary>
    public static ServiceError? Validate(TransactionView transaction, ItemWrite write, List<IndexChange> changes)
    {
        long sizeBytes = write.GetNewSizeBytes();
        foreach (var change in changes)
        {
            if (!change.Index.IsGlobal)
                sizeBytes += change.NewSizeBytes;
        }

        if (sizeBytes > ItemRules.MaxSizeBytes)
            return ServiceError.Validation(ItemRules.TooLarge);

        var growth = write.GetItemCollectionGrowth();
        return growth > 0 && ItemCollectionSizes.Get(transaction, write.Table, write.Key.Span) + growth > ItemCollectionSizes.MaxSizeBytes
            ? ServiceError.ItemCollectionSizeLimitExceeded(ItemCollectionSizes.LimitExceeded)
            : null;
    }
}

using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>Point reads that may be stale where the engine was asked for it; otherwise they cost a null check.</summary>
internal static class StaleReads
{
    /// <summary>Finds the item, or the one before its last write.</summary>
    /// <param name="images">The engine's; null where it was not asked to.</param>
    /// <param name="table">The table.</param>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="key">The key.</param>
    /// <param name="isConsistent">Whether the reader asked for what is.</param>
    /// <param name="item">In the store's memory, or of its own.</param>
    public static bool TryGet(RecentImages? images, TableSchema table, TransactionView transaction, ItemSpan key, bool isConsistent, out ItemSpan item)
    {
        if (images is null || isConsistent || !images.TryFind(table, key, out var image))
        {
            return table.Items.TryGet(transaction, key, out item);
        }

        item = image is { } before ? before.Span : default;
        return image is not null;
    }
}

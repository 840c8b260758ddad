using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>Keeps the image that a write replaces, for reads that may be stale.</summary>
internal sealed class RecentImageEffect(RecentImages images) : IItemEffect
{
    public bool NeedsOldItem => true;

    public ServiceError? Decide(TransactionView transaction, in ItemChange change, out ItemConsequence? consequence)
    {
        consequence = new Consequence(change.Table, images, change.Table.GetKey(change.Key.Span), change.OldItem);
        return null;
    }

    private sealed class Consequence(TableSchema table, RecentImages images, Item key, Item? oldItem) : ItemConsequence
    {
        public override void Apply(WriteTransaction transaction, TableStatistics statistics) => images.Add(table, key, oldItem);
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>
///     Keeps the secondary indexes of a table: local ones always with the write, global ones with it or, where the engine lags on request, through a queue.
/// </summary>
/// <param name="queue">Where changes of global indexes wait; null where they are made with the write.</param>
internal sealed class IndexEffect(IIndexChangeQueue? queue) : IItemEffect
{
    public bool NeedsOldItem => true;

    public ServiceError? Decide(TransactionView transaction, in ItemChange change, out ItemConsequence? consequence)
    {
        var table = change.Table;
        var changes = new List<IndexChange>();
        IndexChange.AddAll(transaction, table, change.OldItem, change.NewItem, changes);
        consequence = null;
        if (table.HasLocalIndexes)
        {
            var growthBytes = LocalIndexRules.GetItemCollectionGrowth(change, changes);
            consequence = new IndexConsequence(table, queue, changes, change.Key, growthBytes);
            return LocalIndexRules.Validate(transaction, table, change, changes, growthBytes);
        }

        if (changes.Count > 0)
        {
            consequence = new IndexConsequence(table, queue, changes, change.Key, itemCollectionGrowthBytes: 0);
        }

        return null;
    }
}

using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>What one write changes in the indexes of its table, and in the size of its item collection.</summary>
internal sealed class IndexConsequence(
    TableSchema table, IIndexChangeQueue? queue, List<IndexChange> changes, Item key, long itemCollectionGrowthBytes) : ItemConsequence
{
    public override void Apply(WriteTransaction transaction, TableStatistics statistics)
    {
        foreach (var change in changes)
        {
            // An index that is being built is nobody's to read, and what it already holds must not be overtaken by older changes.
            if (queue is not null && change.Index is { IsGlobal: true, IsBuilding: false })
            {
                queue.Add(transaction, table, change);
            }
            else
            {
                change.Apply(transaction, statistics);
            }
        }

        if (table.HasLocalIndexes)
        {
            ItemCollectionSizes.Add(transaction, table, key.Span, itemCollectionGrowthBytes);
        }
    }

    public override void AddCapacity(ICapacitySink sink)
    {
        foreach (var change in changes)
        {
            sink.AddIndex(change.Index, change.GetUnits());
        }
    }
}

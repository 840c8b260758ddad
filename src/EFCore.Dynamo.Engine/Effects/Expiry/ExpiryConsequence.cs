using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Expiry;

/// <summary>What one write changes in the index by expiry.</summary>
internal sealed class ExpiryConsequence(ItemSpace entries, Item? oldEntry, Item? newEntry) : ItemConsequence
{
    public override void Apply(WriteTransaction transaction, TableStatistics statistics)
    {
        if (oldEntry is { } removed)
        {
            entries.Delete(transaction, removed.Span);
        }

        if (newEntry is { } added)
        {
            entries.Put(transaction, added.Span);
        }
    }
}

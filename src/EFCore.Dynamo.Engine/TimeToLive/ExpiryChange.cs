using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.TimeToLive;

/// <summary>What one write changes in the index by expiry.</summary>
internal sealed class ExpiryChange(ItemSpace entries, Item? oldEntry, Item? newEntry)
{
    public void Apply(WriteTransaction transaction)
    {
        if (oldEntry is { } removed)
            entries.Delete(transaction, removed.Span);
        if (newEntry is { } added)
            entries.Put(transaction, added.Span);
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Expiry;

/// <summary>Keeps the index by expiry of a table whose time to live is on.</summary>
internal sealed class ExpiryEffect(ExpiryIndex index) : IItemEffect
{
    public bool NeedsOldItem => false;

    public ServiceError? Decide(TransactionView transaction, in ItemChange change, out ItemConsequence? consequence)
    {
        consequence = index.Compare(change.Before, change.NewItem is { } after ? after.Span : Item.Empty.Span);
        return null;
    }
}

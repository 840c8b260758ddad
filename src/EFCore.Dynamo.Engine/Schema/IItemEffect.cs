using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Something that follows from every write to a table: its index entries, its stream record, its entry by expiry.</summary>
/// <remarks>
///     Stands in <see cref="TableSchema.Effects" />, made once for a version of the table and shared by all its writes; what one write leads to is an
///     <see cref="ItemConsequence" />.
/// </remarks>
internal interface IItemEffect
{
    /// <summary>Whether it looks at the whole item before the write, which is then kept in memory of its own.</summary>
    bool NeedsOldItem { get; }

    /// <summary>Looks at a write that changes its item; reads and computes, writes nothing, and may be asked again.</summary>
    /// <param name="transaction">The write's.</param>
    /// <param name="change">What happens to the item.</param>
    /// <param name="consequence">What will be written; null where nothing follows.</param>
    /// <returns>Why the write must not happen, or null.</returns>
    ServiceError? Decide(TransactionView transaction, in ItemChange change, out ItemConsequence? consequence);
}

using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>What an <see cref="IItemEffect" /> decided that one write leads to; everything that it needs is in memory of its own.</summary>
internal abstract class ItemConsequence
{
    /// <summary>Writes it, in the write's own transaction and after the item.</summary>
    /// <param name="transaction">The write's.</param>
    /// <param name="statistics">Those of the table; the caller writes them once, at the end.</param>
    public abstract void Apply(WriteTransaction transaction, TableStatistics statistics);

    /// <summary>Adds the units that it costs; most cost none.</summary>
    public virtual void AddCapacity(ICapacitySink sink)
    {
    }
}

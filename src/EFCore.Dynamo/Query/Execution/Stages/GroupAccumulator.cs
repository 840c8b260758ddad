using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>One value of a group in one execution.</summary>
internal abstract class GroupAccumulator
{
    /// <summary>Takes a row of the group.</summary>
    public abstract void Add(Item row);

    /// <summary>Writes the value's slot, or nothing where the value is null.</summary>
    public abstract void Write(ItemBuilder builder);
}

using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>A range or a prefix of a sort key.</summary>
/// <param name="component">The sort key attribute.</param>
internal abstract class SortCondition(KeyComponent component)
{
    public KeyComponent Component { get; } = component;

    /// <summary>How much of a partition it is thought to leave.</summary>
    public abstract double Selectivity { get; }

    /// <summary>Writes one or two values.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="first">The name of the only value, or of the lower bound.</param>
    /// <param name="second">The name of the upper bound of BETWEEN.</param>
    /// <param name="binding">The values of the execution.</param>
    /// <returns>The form that fits the values: an empty prefix is no condition, and a value that no key can have leaves nothing.</returns>
    public abstract SortConditionKind Write(ItemBuilder builder, AttributeName first, AttributeName second, in KeyBinding binding);

    /// <summary>The condition for people, without the attribute's name.</summary>
    public abstract void Print(PlanTextBuilder text);
}

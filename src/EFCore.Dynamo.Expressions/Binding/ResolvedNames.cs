using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>The attribute names of an expression's slots for one set of <c>ExpressionAttributeNames</c>; shared by all bindings with equal names.</summary>
internal sealed class ResolvedNames(AttributeName?[] slots, bool isComplete)
{
    /// <summary>By slot; null where the request does not define the placeholder.</summary>
    public AttributeName?[] Slots { get; } = slots;

    /// <summary>Whether every placeholder is defined.</summary>
    public bool IsComplete { get; } = isComplete;

    /// <summary>The tree of the paths of a projection or an update, built by its first binding.</summary>
    public PathTree? Tree { get; set; }

    /// <summary>What an update is charged beside its values, computed by its first binding; 0 before that.</summary>
    public int UpdateChargeWithoutValues { get; set; }

    public AttributeName this[int slot]
        => Slots[slot] ?? throw new InvalidOperationException("An undefined placeholder is reported when the expression is bound.");
}

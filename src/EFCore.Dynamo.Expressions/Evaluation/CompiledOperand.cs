using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>An operand of a condition, ready to be evaluated.</summary>
internal abstract class CompiledOperand
{
    /// <summary>The path, when the operand is one.</summary>
    public virtual CompiledPath? Path => null;

    /// <summary>Checks placeholders and types.</summary>
    public abstract void Check(in BindingCheck check);

    /// <summary>The type that is known without an item; null for a path.</summary>
    public abstract AttributeType? GetStaticType(in BindingCheck check);

    /// <summary>The operand's value for the item; false where it has none.</summary>
    /// <param name="scratchSlot">Where a computed number may be packed.</param>
    public abstract bool TryEvaluate(ref EvaluationContext context, int scratchSlot, out AttributeValueSpan value);
}

using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

internal sealed class CompiledValueOperand(int slot) : CompiledOperand
{
    public int Slot => slot;

    public override void Check(in BindingCheck check) => check.UseValue(slot);

    public override AttributeType? GetStaticType(in BindingCheck check) => check.UseValue(slot).Type;

    public override bool TryEvaluate(ref EvaluationContext context, int scratchSlot, out AttributeValueSpan value)
    {
        value = context.Values[slot].Span;
        return true;
    }
}

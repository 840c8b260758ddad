using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

internal sealed class CompiledPathOperand(CompiledPath path) : CompiledOperand
{
    public override CompiledPath Path => path;

    public override void Check(in BindingCheck check) => check.UsePath(path);

    public override AttributeType? GetStaticType(in BindingCheck check) => null;

    public override bool TryEvaluate(ref EvaluationContext context, int scratchSlot, out AttributeValueSpan value)
        => path.TryResolve(ref context, out value);
}

using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

internal sealed class CompiledRemove(CompiledPath path) : CompiledAction(path)
{
    public override bool Keeps(ref EvaluationContext context, bool exists, AttributeValueSpan current) => false;

    public override void Write(ref EvaluationContext context, bool exists, AttributeValueSpan current, ItemBuilder builder)
        => throw new System.Diagnostics.UnreachableException();
}

using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

internal sealed class CompiledSet(CompiledPath path, CompiledUpdateOperand value) : CompiledAction(path)
{
    public CompiledUpdateOperand Value => value;

    public override void CheckNames(in BindingCheck check) => value.CheckNames(check);

    public override void Check(in BindingCheck check) => value.Check(check);

    public override AttributeType? GetStaticType(in BindingCheck check) => value.GetStaticType(check);

    public override bool CheckTypes(ref EvaluationContext context) => value.GetType(ref context) is not null;

    public override bool Keeps(ref EvaluationContext context, bool exists, AttributeValueSpan current) => true;

    public override void Write(ref EvaluationContext context, bool exists, AttributeValueSpan current, ItemBuilder builder)
        => value.Write(ref context, builder);
}

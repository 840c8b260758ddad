using EFCore.Dynamo.Expressions.Binding;

namespace EFCore.Dynamo.Expressions.Evaluation;

internal sealed class CompiledNotCondition(CompiledCondition operand) : CompiledCondition
{
    public override void Check(in BindingCheck check) => operand.Check(check);

    public override bool Evaluate(ref EvaluationContext context) => !operand.Evaluate(ref context);
}

using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary><c>attribute_exists</c> or <c>attribute_not_exists</c>. An attribute that is NULL exists.</summary>
internal sealed class CompiledAttributeExists(CompiledOperand operand, bool expected) : CompiledCondition
{
    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        if (operand.Path is null)
        {
            throw check.Invalid(ExpressionErrors.RequiresPath(expected ? "attribute_exists" : "attribute_not_exists"));
        }
    }

    public override bool Evaluate(ref EvaluationContext context)
        => operand.TryEvaluate(ref context, 0, out _) == expected;
}

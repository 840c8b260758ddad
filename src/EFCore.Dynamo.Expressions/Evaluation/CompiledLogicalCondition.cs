using EFCore.Dynamo.Expressions.Binding;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>AND (<paramref name="decisive" /> false) or OR (true): the first operand with the decisive value decides.</summary>
internal sealed class CompiledLogicalCondition(CompiledCondition[] operands, bool decisive) : CompiledCondition
{
    public override void Check(in BindingCheck check)
    {
        foreach (var operand in operands)
        {
            operand.Check(check);
        }
    }

    public override bool Evaluate(ref EvaluationContext context)
    {
        foreach (var operand in operands)
        {
            if (operand.Evaluate(ref context) == decisive)
            {
                return decisive;
            }
        }

        return !decisive;
    }
}

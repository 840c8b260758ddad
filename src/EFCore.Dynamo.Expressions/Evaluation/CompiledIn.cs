using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Evaluation;

internal sealed class CompiledIn(CompiledOperand operand, CompiledOperand[] candidates) : CompiledCondition
{
    private const string Name = "IN";

    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        foreach (var candidate in candidates)
        {
            candidate.Check(check);
        }

        if (candidates.Length > ExpressionLimits.MaxInCandidateCount)
        {
            throw check.Invalid(ExpressionErrors.TooManyInOperands(candidates.Length));
        }

        foreach (var candidate in candidates)
        {
            CheckDistinct(check, Name, operand, candidate);
        }
    }

    public override bool Evaluate(ref EvaluationContext context)
    {
        if (!operand.TryEvaluate(ref context, 0, out var value))
        {
            return false;
        }

        foreach (var candidate in candidates)
        {
            if (candidate.TryEvaluate(ref context, 1, out var candidateValue) && value.ValueEquals(candidateValue))
            {
                return true;
            }
        }

        return false;
    }
}

using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>A comparison. Values of different types, and absent ones, are unequal and have no order.</summary>
internal sealed class CompiledComparison(CompiledOperand left, ComparisonKind comparison, CompiledOperand right) : CompiledCondition
{
    public override void Check(in BindingCheck check)
    {
        left.Check(check);
        right.Check(check);
        var name = ExpressionWriter.GetText(comparison);
        CheckDistinct(check, name, left, right);
        if (comparison is ComparisonKind.Equal or ComparisonKind.NotEqual)
        {
            return;
        }

        CheckOrdered(check, name, left);
        CheckOrdered(check, name, right);
    }

    public override bool Evaluate(ref EvaluationContext context)
    {
        if (!left.TryEvaluate(ref context, 0, out var leftValue) || !right.TryEvaluate(ref context, 1, out var rightValue))
        {
            return comparison == ComparisonKind.NotEqual;
        }

        return comparison switch
        {
            ComparisonKind.Equal => leftValue.ValueEquals(rightValue),
            ComparisonKind.NotEqual => !leftValue.ValueEquals(rightValue),
            ComparisonKind.LessThan => leftValue.CompareValue(rightValue) < 0,
            ComparisonKind.LessThanOrEqual => leftValue.CompareValue(rightValue) <= 0,
            ComparisonKind.GreaterThan => leftValue.CompareValue(rightValue) > 0,
            _ => leftValue.CompareValue(rightValue) >= 0,
        };
    }
}

using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>A comparison. Values of different types, and absent ones, are unequal and have no order.</summary>
internal sealed class CompiledComparison(CompiledOperand left, ComparisonOperator comparison, CompiledOperand right) : CompiledCondition
{
    public override void Check(in BindingCheck check)
    {
        left.Check(check);
        right.Check(check);
        var name = ExpressionWriter.GetText(comparison);
        CheckDistinct(check, name, left, right);
        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
            return;
        CheckOrdered(check, name, left);
        CheckOrdered(check, name, right);
    }

    public override bool Evaluate(ref EvaluationContext context)
    {
        if (!left.TryEvaluate(ref context, 0, out var leftValue) || !right.TryEvaluate(ref context, 1, out var rightValue))
            return comparison == ComparisonOperator.NotEqual;

        return comparison switch
        {
            ComparisonOperator.Equal => leftValue.ValueEquals(rightValue),
            ComparisonOperator.NotEqual => !leftValue.ValueEquals(rightValue),
            ComparisonOperator.LessThan => leftValue.CompareValue(rightValue) < 0,
            ComparisonOperator.LessThanOrEqual => leftValue.CompareValue(rightValue) <= 0,
            ComparisonOperator.GreaterThan => leftValue.CompareValue(rightValue) > 0,
            _ => leftValue.CompareValue(rightValue) >= 0,
        };
    }
}

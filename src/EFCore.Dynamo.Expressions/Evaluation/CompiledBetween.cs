using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary><c>BETWEEN</c>; bounds that are both values must be of one type and in order.</summary>
internal sealed class CompiledBetween(CompiledOperand operand, CompiledOperand lower, CompiledOperand upper) : CompiledCondition
{
    private const string Name = "BETWEEN";

    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        lower.Check(check);
        upper.Check(check);
        CheckDistinct(check, Name, operand, lower);
        CheckDistinct(check, Name, operand, upper);
        CheckOrdered(check, Name, operand);
        CheckOrdered(check, Name, lower);
        CheckOrdered(check, Name, upper);
        if (lower is not CompiledValueOperand { Slot: var lowerSlot } || upper is not CompiledValueOperand { Slot: var upperSlot })
        {
            return;
        }

        var (lowerValue, upperValue) = (check.UseValue(lowerSlot), check.UseValue(upperSlot));
        if (lowerValue.Type != upperValue.Type)
        {
            throw check.Invalid(ExpressionErrors.BetweenTypes(lowerValue, upperValue));
        }

        if (lowerValue.Span.CompareValue(upperValue.Span) > 0)
        {
            throw check.Invalid(ExpressionErrors.BetweenOrder(lowerValue, upperValue));
        }
    }

    public override bool Evaluate(ref EvaluationContext context)
        => operand.TryEvaluate(ref context, 0, out var value)
            && lower.TryEvaluate(ref context, 1, out var lowerValue)
            && value.CompareValue(lowerValue) >= 0
            && upper.TryEvaluate(ref context, 2, out var upperValue)
            && value.CompareValue(upperValue) <= 0;
}

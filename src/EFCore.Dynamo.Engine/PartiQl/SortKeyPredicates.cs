using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The one range condition that a Query takes on a sort key attribute, found among the conditions of a WHERE clause.</summary>
internal static class SortKeyPredicates
{
    public static SortKeyCondition? TakeRange(KeyPredicates predicates, SchemaAttribute key)
    {
        (ConditionNode Source, SortKeyCondition Condition)? lower = null, upper = null;
        foreach (var conjunct in predicates.Conjuncts)
        {
            if (TryGetCondition(predicates, conjunct, key) is not { } condition)
            {
                continue;
            }

            KeyPredicates.CheckTypes(key, condition.Operator == SortKeyOperator.Between ? [condition.Value, condition.Upper] : [condition.Value]);
            switch (condition.Operator)
            {
                case SortKeyOperator.Between or SortKeyOperator.BeginsWith:
                    predicates.Use(conjunct);
                    return condition;
                case SortKeyOperator.GreaterThan or SortKeyOperator.GreaterThanOrEqual:
                    lower ??= (conjunct, condition);
                    break;
                default:
                    upper ??= (conjunct, condition);
                    break;
            }
        }

        return Combine(predicates, lower, upper);
    }

    /// <summary>Two bounds are one BETWEEN where both are included; otherwise one is used, and the other left to the filter.</summary>
    private static SortKeyCondition? Combine(
        KeyPredicates predicates, (ConditionNode Source, SortKeyCondition Condition)? lower, (ConditionNode Source, SortKeyCondition Condition)? upper)
    {
        if ((lower ?? upper) is not { } first)
        {
            return null;
        }

        predicates.Use(first.Source);
        if (lower is not { Condition: { Operator: SortKeyOperator.GreaterThanOrEqual } from } || upper is not { Condition: { Operator: SortKeyOperator.LessThanOrEqual } to }
            || from.Value.Span.CompareValue(to.Value.Span) > 0)
        {
            return first.Condition;
        }

        predicates.Use(upper.Value.Source);
        return new SortKeyCondition(SortKeyOperator.Between, from.Value, to.Value);
    }

    private static SortKeyCondition? TryGetCondition(KeyPredicates predicates, ConditionNode condition, SchemaAttribute key)
        => condition switch
        {
            ComparisonCondition { Left: var left, Right: ValueOperand value } comparison when predicates.IsKey(left, key) && ToOperator(comparison.Operator, isMirrored: false) is { } @operator =>
                new SortKeyCondition(@operator, predicates.GetValue(value)),
            ComparisonCondition { Left: ValueOperand value, Right: var right } comparison when predicates.IsKey(right, key) && ToOperator(comparison.Operator, isMirrored: true) is { } @operator =>
                new SortKeyCondition(@operator, predicates.GetValue(value)),
            BetweenCondition { Operand: var operand, Lower: ValueOperand lower, Upper: ValueOperand upper } when predicates.IsKey(operand, key) =>
                new SortKeyCondition(SortKeyOperator.Between, predicates.GetValue(lower), predicates.GetValue(upper)),
            FunctionCondition { Function: ExpressionFunction.BeginsWith, Arguments: [var operand, ValueOperand prefix] } when key.Type != AttributeType.Number && predicates.IsKey(operand, key) =>
                new SortKeyCondition(SortKeyOperator.BeginsWith, predicates.GetValue(prefix)),
            _ => null,
        };

    private static SortKeyOperator? ToOperator(ComparisonKind comparison, bool isMirrored)
        => comparison switch
        {
            ComparisonKind.LessThan => isMirrored ? SortKeyOperator.GreaterThan : SortKeyOperator.LessThan,
            ComparisonKind.LessThanOrEqual => isMirrored ? SortKeyOperator.GreaterThanOrEqual : SortKeyOperator.LessThanOrEqual,
            ComparisonKind.GreaterThan => isMirrored ? SortKeyOperator.LessThan : SortKeyOperator.GreaterThan,
            ComparisonKind.GreaterThanOrEqual => isMirrored ? SortKeyOperator.LessThanOrEqual : SortKeyOperator.GreaterThanOrEqual,
            _ => null,
        };
}

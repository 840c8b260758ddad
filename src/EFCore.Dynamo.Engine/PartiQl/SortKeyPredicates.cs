using System.Diagnostics;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The one range condition that a Query takes on a sort key attribute, found among the conditions of a WHERE clause.</summary>
internal static class SortKeyPredicates
{
    public static SortKeyCondition? TakeRange(KeyPredicates predicates, SchemaAttribute key)
    {
        var range = new SortKeyRangeFinder(predicates, key);
        (ConditionNode Source, SortKeyCondition Condition)? lower = null, upper = null;
        foreach (var conjunct in predicates.Conjuncts)
        {
            if (conjunct.Accept(range) is not { } condition)
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
                case SortKeyOperator.LessThan or SortKeyOperator.LessThanOrEqual:
                    upper ??= (conjunct, condition);
                    break;
                default:
                    throw new UnreachableException($"{condition.Operator} is no range.");
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
        if (lower is not { Condition: { Operator: SortKeyOperator.GreaterThanOrEqual } from }
            || upper is not { Condition: { Operator: SortKeyOperator.LessThanOrEqual } to }
            || from.Value.Span.CompareValue(to.Value.Span) > 0)
        {
            return first.Condition;
        }

        predicates.Use(upper.Value.Source);
        return new SortKeyCondition(SortKeyOperator.Between, from.Value, to.Value);
    }
}

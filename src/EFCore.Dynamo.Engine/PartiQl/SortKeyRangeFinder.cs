using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>
///     The range that one condition leaves to a sort key attribute. A visit is null where the condition says anything else: then the filter checks it.
/// </summary>
/// <remarks>Equalities are no ranges: <see cref="KeyValues" /> has taken them before.</remarks>
internal sealed class SortKeyRangeFinder(KeyPredicates predicates, SchemaAttribute key) : ConditionNode.IVisitor<SortKeyCondition?>
{
    public SortKeyCondition? Visit(ConditionNode.Comparison comparison)
        => TryCompare(comparison.Left, comparison.Operator, comparison.Right, isMirrored: false)
            ?? TryCompare(comparison.Right, comparison.Operator, comparison.Left, isMirrored: true);

    public SortKeyCondition? Visit(ConditionNode.Between between)
        => between is { Lower: Operand.Value lower, Upper: Operand.Value upper } && predicates.IsKey(between.Operand, key)
            ? new SortKeyCondition(SortKeyOperator.Between, predicates.GetValue(lower), predicates.GetValue(upper))
            : null;

    public SortKeyCondition? Visit(ConditionNode.Call call)
        => call is { Function: ExpressionFunction.BeginsWith, Arguments: [var operand, Operand.Value prefix] } && key.Type != AttributeType.Number
            && predicates.IsKey(operand, key)
            ? new SortKeyCondition(SortKeyOperator.BeginsWith, predicates.GetValue(prefix))
            : null;

    public SortKeyCondition? Visit(ConditionNode.And and) => null;

    public SortKeyCondition? Visit(ConditionNode.Or or) => null;

    public SortKeyCondition? Visit(ConditionNode.Not not) => null;

    public SortKeyCondition? Visit(ConditionNode.In choice) => null;

    private SortKeyCondition? TryCompare(Operand operand, ComparisonKind comparison, Operand other, bool isMirrored)
        => other is Operand.Value value && predicates.IsKey(operand, key) && ToOperator(comparison, isMirrored) is { } @operator
            ? new SortKeyCondition(@operator, predicates.GetValue(value))
            : null;

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

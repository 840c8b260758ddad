using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Compilation;

/// <summary>Reads the conditions out of a key condition expression, whose grammar allows more than keys do.</summary>
/// <remarks>What keys do not allow is kept as a problem: the service reports it only after it checked the placeholders of the whole request.</remarks>
internal sealed class KeyConditionCompiler(ExpressionSlots slots)
{
    private readonly List<KeyConditionPart> _parts = [];

    public string? Problem { get; private set; }

    public KeyConditionPart[] Parts => [.. _parts];

    public void Compile(ConditionNode node)
    {
        switch (node)
        {
            case AndCondition and:
                foreach (var condition in and.Conditions)
                {
                    Compile(condition);
                }

                break;
            case OrCondition:
                Report("Invalid operator used in KeyConditionExpression: OR");
                break;
            case NotCondition:
                Report("Invalid operator used in KeyConditionExpression: NOT");
                break;
            case InCondition:
                Report("Invalid operator used in KeyConditionExpression: IN");
                break;
            case ComparisonCondition { Operator: ComparisonKind.NotEqual }:
                Report("Invalid operator used in KeyConditionExpression: <>");
                break;
            case FunctionCondition { Function: not ExpressionFunction.BeginsWith } function:
                Report($"Invalid operator used in KeyConditionExpression: {function.Function.GetName()}");
                break;
            case ComparisonCondition comparison:
                AddComparison(comparison);
                break;
            case BetweenCondition between:
                Add("BETWEEN", SortKeyOperator.Between, between.Operand, between.Lower, between.Upper);
                break;
            case FunctionCondition beginsWith:
                Add("begins_with", SortKeyOperator.BeginsWith, beginsWith.Arguments[0], beginsWith.Arguments[1]);
                break;
        }
    }

    private void AddComparison(ComparisonCondition comparison)
    {
        var @operator = ToKeyOperator(comparison.Operator);
        if (comparison is { Left: not PathOperand, Right: PathOperand })
        {
            Add(null, Mirror(@operator), comparison.Right, comparison.Left);
        }
        else
        {
            Add(null, @operator, comparison.Left, comparison.Right);
        }
    }

    private void Add(string? operatorName, SortKeyOperator @operator, Operand key, Operand value, Operand? upper = null)
    {
        if (key is FunctionOperand || value is FunctionOperand || upper is FunctionOperand)
        {
            Report("KeyConditionExpressions cannot contain nested operations");
        }
        else if (key is not PathOperand path)
        {
            Report(operatorName is null
                ? "Invalid condition in KeyConditionExpression: No key attribute specified"
                : $"Invalid condition in KeyConditionExpression: {operatorName} operator must have the key attribute as its first operand");
        }
        else if (value is not ValueOperand { Placeholder: var placeholder } || upper is PathOperand)
        {
            Report("Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition");
        }
        else if (path.Path.Elements.Count > 0)
        {
            Report("KeyConditionExpressions cannot have conditions on nested attributes");
        }
        else
        {
            _parts.Add(new(new(path.Path, slots, _parts.Count), @operator, slots.AddValue(placeholder), upper is ValueOperand bound ? slots.AddValue(bound.Placeholder) : -1));
        }
    }

    private void Report(string problem) => Problem ??= problem;

    private static SortKeyOperator ToKeyOperator(ComparisonKind @operator)
        => @operator switch
        {
            ComparisonKind.Equal => SortKeyOperator.Equal,
            ComparisonKind.LessThan => SortKeyOperator.LessThan,
            ComparisonKind.LessThanOrEqual => SortKeyOperator.LessThanOrEqual,
            ComparisonKind.GreaterThan => SortKeyOperator.GreaterThan,
            _ => SortKeyOperator.GreaterThanOrEqual,
        };

    /// <summary>The operator when its operands change sides.</summary>
    private static SortKeyOperator Mirror(SortKeyOperator @operator)
        => @operator switch
        {
            SortKeyOperator.LessThan => SortKeyOperator.GreaterThan,
            SortKeyOperator.LessThanOrEqual => SortKeyOperator.GreaterThanOrEqual,
            SortKeyOperator.GreaterThan => SortKeyOperator.LessThan,
            SortKeyOperator.GreaterThanOrEqual => SortKeyOperator.LessThanOrEqual,
            _ => @operator,
        };
}

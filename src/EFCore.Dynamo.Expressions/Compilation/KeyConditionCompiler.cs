using System.Diagnostics;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Compilation;

/// <summary>
///     Reads the conditions out of a key condition expression, whose grammar allows more than keys do. A visit returns what keys do not allow, or null.
/// </summary>
/// <remarks>The first problem is kept: the service reports it only after it checked the placeholders of the whole request.</remarks>
internal sealed class KeyConditionCompiler(ExpressionSlots slots) : ConditionNode.IVisitor<string?>
{
    private readonly List<KeyConditionPart> _parts = [];

    public string? Problem { get; private set; }

    public KeyConditionPart[] Parts => [.. _parts];

    public void Compile(ConditionNode node) => Problem = node.Accept(this);

    public string? Visit(ConditionNode.And and)
    {
        foreach (var condition in and.Conditions)
        {
            if (condition.Accept(this) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    public string? Visit(ConditionNode.Or or) => InvalidOperator("OR");

    public string? Visit(ConditionNode.Not not) => InvalidOperator("NOT");

    public string? Visit(ConditionNode.In choice) => InvalidOperator("IN");

    public string? Visit(ConditionNode.Comparison comparison)
    {
        if (comparison.Operator == ComparisonKind.NotEqual)
        {
            return InvalidOperator("<>");
        }

        var (left, right) = (KeyOperand.Of(comparison.Left), KeyOperand.Of(comparison.Right));
        var @operator = ToKeyOperator(comparison.Operator);
        return left.Path is null && right.Path is not null ? Add(null, Mirror(@operator), right, left) : Add(null, @operator, left, right);
    }

    public string? Visit(ConditionNode.Between between)
        => Add("BETWEEN", SortKeyOperator.Between, KeyOperand.Of(between.Operand), KeyOperand.Of(between.Lower), KeyOperand.Of(between.Upper));

    public string? Visit(ConditionNode.Call call)
        => call.Function == ExpressionFunction.BeginsWith
            ? Add("begins_with", SortKeyOperator.BeginsWith, KeyOperand.Of(call.Arguments[0]), KeyOperand.Of(call.Arguments[1]))
            : InvalidOperator(call.Function.GetName());

    private static string InvalidOperator(string name) => $"Invalid operator used in KeyConditionExpression: {name}";

    private string? Add(string? operatorName, SortKeyOperator @operator, KeyOperand key, KeyOperand value, KeyOperand? upper = null)
    {
        if (key.IsComputed || value.IsComputed || upper is { IsComputed: true })
        {
            return "KeyConditionExpressions cannot contain nested operations";
        }

        if (key.Path is not { } path)
        {
            return operatorName is null
                ? "Invalid condition in KeyConditionExpression: No key attribute specified"
                : $"Invalid condition in KeyConditionExpression: {operatorName} operator must have the key attribute as its first operand";
        }

        if (value.Placeholder is not { } placeholder || upper is { Placeholder: null })
        {
            return "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition";
        }

        if (path.Elements.Count > 0)
        {
            return "KeyConditionExpressions cannot have conditions on nested attributes";
        }

        _parts.Add(new(new(path, slots, _parts.Count), @operator, slots.AddValue(placeholder), upper?.Placeholder is { } bound ? slots.AddValue(bound) : -1));
        return null;
    }

    private static SortKeyOperator ToKeyOperator(ComparisonKind comparison)
        => comparison switch
        {
            ComparisonKind.Equal => SortKeyOperator.Equal,
            ComparisonKind.LessThan => SortKeyOperator.LessThan,
            ComparisonKind.LessThanOrEqual => SortKeyOperator.LessThanOrEqual,
            ComparisonKind.GreaterThan => SortKeyOperator.GreaterThan,
            ComparisonKind.GreaterThanOrEqual => SortKeyOperator.GreaterThanOrEqual,
            _ => throw new UnreachableException($"{comparison} is no operator of keys."),
        };

    /// <summary>The operator when its operands change sides.</summary>
    private static SortKeyOperator Mirror(SortKeyOperator @operator)
        => @operator switch
        {
            SortKeyOperator.Equal => SortKeyOperator.Equal,
            SortKeyOperator.LessThan => SortKeyOperator.GreaterThan,
            SortKeyOperator.LessThanOrEqual => SortKeyOperator.GreaterThanOrEqual,
            SortKeyOperator.GreaterThan => SortKeyOperator.LessThan,
            SortKeyOperator.GreaterThanOrEqual => SortKeyOperator.LessThanOrEqual,
            _ => throw new UnreachableException($"{@operator} is no comparison."),
        };
}

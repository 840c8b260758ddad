using System.Text;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>Syntax tree to text, with parentheses only where precedence needs them: parsing the text gives an equal tree.</summary>
/// <remarks>The trees are not validated: what the writer is given, such as a reserved word as a name, is what the parser will judge.</remarks>
internal static class ExpressionWriter
{
    /// <summary>A condition, filter or key condition.</summary>
    public static string Write(ConditionNode condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var text = new StringBuilder();
        Append(text, condition);
        return text.ToString();
    }

    /// <summary>An update; clauses in the order SET, REMOVE, ADD, DELETE.</summary>
    public static string Write(UpdateNode update)
    {
        ArgumentNullException.ThrowIfNull(update);
        var text = new StringBuilder();
        AppendClause(text, "SET ", update.Set, static (builder, action) =>
        {
            Append(builder, action.Path);
            _ = builder.Append(" = ");
            Append(builder, action.Value);
        });
        AppendClause(text, "REMOVE ", update.Remove, Append);
        AppendClause(text, "ADD ", update.Add, static (builder, action) =>
        {
            Append(builder, action.Path);
            _ = builder.Append(' ').Append(action.Value);
        });
        AppendClause(text, "DELETE ", update.Delete, static (builder, action) =>
        {
            Append(builder, action.Path);
            _ = builder.Append(' ').Append(action.Value);
        });
        return text.ToString();
    }

    /// <summary>A projection.</summary>
    public static string Write(IReadOnlyList<AttributePath> projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var text = new StringBuilder();
        AppendList(text, projection, Append);
        return text.ToString();
    }

    /// <summary>A path.</summary>
    public static string Write(AttributePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var text = new StringBuilder();
        Append(text, path);
        return text.ToString();
    }

    internal static string GetText(ComparisonKind comparison)
        => comparison switch
        {
            ComparisonKind.Equal => "=",
            ComparisonKind.NotEqual => "<>",
            ComparisonKind.LessThan => "<",
            ComparisonKind.LessThanOrEqual => "<=",
            ComparisonKind.GreaterThan => ">",
            ComparisonKind.GreaterThanOrEqual => ">=",
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Not a comparison operator."),
        };

    private static void Append(StringBuilder text, ConditionNode condition)
    {
        switch (condition)
        {
            case AndCondition and:
                AppendOperands(text, " AND ", and.Conditions, static operand => operand is AndCondition or OrCondition);
                break;
            case OrCondition or:
                AppendOperands(text, " OR ", or.Conditions, static operand => operand is OrCondition);
                break;
            case NotCondition not:
                _ = text.Append("NOT ");
                AppendOperand(text, not.Condition, not.Condition is AndCondition or OrCondition);
                break;
            case ComparisonCondition comparison:
                Append(text, comparison.Left);
                _ = text.Append(' ').Append(GetText(comparison.Operator)).Append(' ');
                Append(text, comparison.Right);
                break;
            case BetweenCondition between:
                Append(text, between.Operand);
                _ = text.Append(" BETWEEN ");
                Append(text, between.Lower);
                _ = text.Append(" AND ");
                Append(text, between.Upper);
                break;
            case InCondition @in:
                Append(text, @in.Operand);
                _ = text.Append(" IN (");
                AppendList(text, @in.Candidates, Append);
                _ = text.Append(')');
                break;
            case FunctionCondition function:
                AppendCall(text, function.Function, function.Arguments);
                break;
        }
    }

    private static void AppendOperands(StringBuilder text, string separator, SyntaxList<ConditionNode> operands, Func<ConditionNode, bool> needsParentheses)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0)
            {
                _ = text.Append(separator);
            }

            AppendOperand(text, operands[i], needsParentheses(operands[i]));
        }
    }

    private static void AppendOperand(StringBuilder text, ConditionNode operand, bool needsParentheses)
    {
        if (needsParentheses)
        {
            _ = text.Append('(');
        }

        Append(text, operand);
        if (needsParentheses)
        {
            _ = text.Append(')');
        }
    }

    private static void Append(StringBuilder text, Operand operand)
    {
        switch (operand)
        {
            case PathOperand path:
                Append(text, path.Path);
                break;
            case ValueOperand value:
                _ = text.Append(value.Placeholder);
                break;
            case FunctionOperand function:
                AppendCall(text, function.Function, function.Arguments);
                break;
            case ArithmeticOperand arithmetic:
                Append(text, arithmetic.Left);
                _ = text.Append(arithmetic.IsSubtraction ? " - " : " + ");
                Append(text, arithmetic.Right);
                break;
        }
    }

    private static void Append(StringBuilder text, AttributePath path)
    {
        _ = text.Append(path.Root);
        foreach (var element in path.Elements.AsSpan())
        {
            _ = element.Name is { } name ? text.Append('.').Append(name) : text.Append('[').Append(element.Index).Append(']');
        }
    }

    private static void AppendCall(StringBuilder text, ExpressionFunction function, SyntaxList<Operand> arguments)
    {
        _ = text.Append(function.GetName()).Append('(');
        AppendList(text, arguments, Append);
        _ = text.Append(')');
    }

    private static void AppendClause<T>(StringBuilder text, string keyword, SyntaxList<T> actions, Action<StringBuilder, T> append)
    {
        if (actions.Count == 0)
        {
            return;
        }

        if (text.Length > 0)
        {
            _ = text.Append(' ');
        }

        _ = text.Append(keyword);
        AppendList(text, actions, append);
    }

    private static void AppendList<T>(StringBuilder text, IReadOnlyList<T> elements, Action<StringBuilder, T> append)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
            {
                _ = text.Append(", ");
            }

            append(text, elements[i]);
        }
    }
}

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>Syntax tree to text, with parentheses only where precedence needs them: parsing the text gives an equal tree.</summary>
/// <remarks>The trees are not validated: what the writer is given, such as a reserved word as a name, is what the parser will judge.</remarks>
internal static class ExpressionWriter
{
    /// <summary>A condition, filter or key condition.</summary>
    public static string Write(ConditionNode condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var text = new ExpressionText();
        text.Append(condition);
        return text.ToString();
    }

    /// <summary>An update; clauses in the order SET, REMOVE, ADD, DELETE.</summary>
    public static string Write(UpdateNode update)
    {
        ArgumentNullException.ThrowIfNull(update);
        var text = new ExpressionText();
        AppendClause(text, "SET ", update.Set, action =>
        {
            text.Append(action.Path);
            text.Append(" = ").Append(action.Value);
        });
        AppendClause(text, "REMOVE ", update.Remove, text.Append);
        AppendClause(text, "ADD ", update.Add, action => AppendPathAndValue(text, action.Path, action.Value));
        AppendClause(text, "DELETE ", update.Delete, action => AppendPathAndValue(text, action.Path, action.Value));
        return text.ToString();
    }

    /// <summary>A projection.</summary>
    public static string Write(IReadOnlyList<AttributePath> projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var text = new ExpressionText();
        text.AppendList(projection, text.Append);
        return text.ToString();
    }

    /// <summary>A path.</summary>
    public static string Write(AttributePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var text = new ExpressionText();
        text.Append(path);
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

    private static void AppendPathAndValue(ExpressionText text, AttributePath path, string placeholder)
    {
        text.Append(path);
        text.Append(" ").Append(placeholder);
    }

    private static void AppendClause<T>(ExpressionText text, string keyword, SyntaxList<T> actions, Action<T> append)
    {
        if (actions.Count == 0)
        {
            return;
        }

        text.Append(text.IsEmpty ? string.Empty : " ").Append(keyword);
        text.AppendList(actions, append);
    }
}

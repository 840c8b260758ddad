using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>Syntax tree to text, with parentheses only where precedence needs them: parsing the text gives an equal tree.</summary>
public static class ExpressionWriter
{
    /// <summary>A condition, filter or key condition.</summary>
    public static string Write(ConditionNode condition) => throw new System.Diagnostics.UnreachableException();

    /// <summary>An update; clauses in the order SET, REMOVE, ADD, DELETE.</summary>
    public static string Write(UpdateNode update) => throw new System.Diagnostics.UnreachableException();

    /// <summary>A projection.</summary>
    public static string Write(IReadOnlyList<AttributePath> projection) => throw new System.Diagnostics.UnreachableException();

    /// <summary>A path.</summary>
    public static string Write(AttributePath path) => throw new System.Diagnostics.UnreachableException();
}

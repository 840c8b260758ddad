namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>Lets a collection expression create a <see cref="SyntaxList{T}" />.</summary>
internal static class SyntaxListFactory
{
    /// <summary>Copies the elements.</summary>
    public static SyntaxList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}

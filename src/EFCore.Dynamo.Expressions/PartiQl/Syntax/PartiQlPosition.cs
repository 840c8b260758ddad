namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>Where something stands in the text of a statement; errors show it as <c>line:column:length</c>.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters of Unicode.</param>
/// <param name="Length">In characters of Unicode.</param>
internal readonly record struct PartiQlPosition(int Line, int Column, int Length)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}:{Length}");
}

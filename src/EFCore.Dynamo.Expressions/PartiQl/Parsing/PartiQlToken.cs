using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>A token: a range of the statement's text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">Its first character, quotes included.</param>
/// <param name="Length">Characters, quotes included.</param>
/// <param name="Word">A keyword in lower case, or an operator as the grammar calls it; otherwise empty.</param>
/// <param name="Position">Where it stands, as errors say it.</param>
internal readonly record struct PartiQlToken(PartiQlTokenKind Kind, int Start, int Length, string Word, PartiQlPosition Position)
{
    public int End => Start + Length;
}

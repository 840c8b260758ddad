namespace EFCore.Dynamo.Expressions.Lexing;

/// <summary>A token as a range of the expression's text.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}

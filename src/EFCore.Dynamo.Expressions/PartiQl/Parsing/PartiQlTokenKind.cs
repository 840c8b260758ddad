namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>Kinds of tokens; the errors call those of brackets and punctuation by name (<see cref="PartiQlErrors.NameOf" />).</summary>
internal enum PartiQlTokenKind : byte
{
    End,
    Identifier,
    QuotedIdentifier,
    Keyword,
    String,
    Number,
    Parameter,
    Operator,

    /// <summary>A value between backticks, in the notation of Amazon Ion, which the service does not take.</summary>
    IonLiteral,
    Star,
    Dot,
    Comma,
    Colon,
    Semicolon,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftCurly,
    RightCurly,
    LeftDoubleAngle,
    RightDoubleAngle,
}

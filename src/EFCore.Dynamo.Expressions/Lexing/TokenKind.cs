namespace EFCore.Dynamo.Expressions.Lexing;

internal enum TokenKind : byte
{
    /// <summary>A character that no expression may contain, or a lone <c>#</c> or <c>:</c>.</summary>
    Invalid,

    /// <summary>The end of the text; the service calls it <c>&lt;EOF&gt;</c>.</summary>
    End,

    /// <summary>A literal name, a function name or a keyword.</summary>
    Word,

    /// <summary><c>#name</c></summary>
    NamePlaceholder,

    /// <summary><c>:value</c></summary>
    ValuePlaceholder,

    /// <summary>Decimal digits: only ever a list index.</summary>
    Digits,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    Comma,
    Dot,
    Plus,
    Minus,
    Equal,
    NotEqual,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
}

namespace EFCore.Dynamo.Expressions.Lexing;

/// <summary>Kinds of tokens. Keywords are words: only their place tells them from names.</summary>
internal enum TokenKind : byte
{
    /// <summary>A character that no expression may contain, or a lone <c>#</c> or <c>:</c>.</summary>
    Invalid,

    /// <summary>The end of the text; the service calls it <c>&lt;EOF&gt;</c>.</summary>
    End,

    /// <summary>A literal name, a function name or a keyword.</summary>
    Word,

    /// <summary>A <c>#name</c>, which stands for an attribute's name.</summary>
    NamePlaceholder,

    /// <summary>A <c>:value</c>, which stands for a value of the request.</summary>
    ValuePlaceholder,

    /// <summary>Decimal digits: only ever a list index.</summary>
    Digits,

    /// <summary>A <c>(</c> opens a function's operands, the candidates of <c>IN</c>, or a group.</summary>
    LeftParenthesis,

    /// <summary>A <c>)</c> closes what the last open <c>(</c> opened.</summary>
    RightParenthesis,

    /// <summary>A <c>[</c> opens a list index.</summary>
    LeftBracket,

    /// <summary>A <c>]</c> closes a list index.</summary>
    RightBracket,

    /// <summary>A <c>,</c> between operands, actions or paths.</summary>
    Comma,

    /// <summary>A <c>.</c> between a map and the name of its entry.</summary>
    Dot,

    /// <summary>The <c>+</c> of a sum, in updates.</summary>
    Plus,

    /// <summary>The <c>-</c> of a difference, in updates.</summary>
    Minus,

    /// <summary>A <c>=</c> compares, and assigns in updates.</summary>
    Equal,

    /// <summary>The comparator <c>&lt;&gt;</c>.</summary>
    NotEqual,

    /// <summary>The comparator <c>&lt;</c>.</summary>
    LessThan,

    /// <summary>The comparator <c>&lt;=</c>.</summary>
    LessThanOrEqual,

    /// <summary>The comparator <c>&gt;</c>.</summary>
    GreaterThan,

    /// <summary>The comparator <c>&gt;=</c>.</summary>
    GreaterThanOrEqual,
}

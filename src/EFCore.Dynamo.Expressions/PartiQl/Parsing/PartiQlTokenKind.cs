namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>Kinds of tokens; the errors call those of brackets and punctuation by name (<see cref="PartiQlErrors.NameOf" />).</summary>
internal enum PartiQlTokenKind : byte
{
    /// <summary>The end of the statement.</summary>
    End,

    /// <summary>A name without quotes that is no keyword.</summary>
    Identifier,

    /// <summary>A name between double quotes.</summary>
    QuotedIdentifier,

    /// <summary>A word that is no name without quotes.</summary>
    Keyword,

    /// <summary>A string between single quotes.</summary>
    String,

    /// <summary>A number; a sign in front of it is an operator.</summary>
    Number,

    /// <summary>A <c>?</c>, which stands for a value of the request.</summary>
    Parameter,

    /// <summary>A comparator or another sign, such as <c>+</c>; <c>*</c> is <see cref="Star" />.</summary>
    Operator,

    /// <summary>A value between backticks, in the notation of Amazon Ion, which the service does not take.</summary>
    IonLiteral,

    /// <summary>A <c>*</c>: all attributes of an item, or multiplication.</summary>
    Star,

    /// <summary>A <c>.</c> between a map and the name of its entry, or between a table and an index.</summary>
    Dot,

    /// <summary>A <c>,</c> between elements.</summary>
    Comma,

    /// <summary>The <c>:</c> between the name and the value of a map's entry.</summary>
    Colon,

    /// <summary>A <c>;</c> after the statement.</summary>
    Semicolon,

    /// <summary>A <c>(</c> opens a function's arguments, a list or a group.</summary>
    LeftParenthesis,

    /// <summary>A <c>)</c> closes what the last open <c>(</c> opened.</summary>
    RightParenthesis,

    /// <summary>A <c>[</c> opens a list, or an index in a path.</summary>
    LeftBracket,

    /// <summary>A <c>]</c> closes what the last open <c>[</c> opened.</summary>
    RightBracket,

    /// <summary>A <c>{</c> opens a map.</summary>
    LeftCurly,

    /// <summary>A <c>}</c> closes a map.</summary>
    RightCurly,

    /// <summary>A <c>&lt;&lt;</c> opens a set.</summary>
    LeftDoubleAngle,

    /// <summary>A <c>&gt;&gt;</c> closes a set.</summary>
    RightDoubleAngle,
}

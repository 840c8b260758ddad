namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>An operator between two operands.</summary>
/// <param name="Name">As the grammar calls it: a sign, or a keyword in lower case.</param>
/// <param name="Precedence">The higher binds the tighter; 0 for what is no operator.</param>
/// <param name="IsNegated">Whether it is a <c>NOT IN</c>, <c>NOT BETWEEN</c>, <c>NOT LIKE</c> or <c>IS NOT</c>.</param>
internal readonly record struct Infix(string Name, int Precedence, bool IsNegated = false)
{
    public const int SetOperation = 5;

    /// <summary>What a clause of a SELECT ends at.</summary>
    public const int Clause = 6;

    public const int Or = 10;
    public const int And = 20;
    public const int Not = 30;
    public const int Equality = 40;
    public const int Comparison = 50;
    public const int Addition = 60;
    public const int Multiplication = 70;

    /// <summary>The operator that two tokens begin.</summary>
    public static Infix Of(PartiQlToken token, PartiQlToken next)
        => token.Kind switch
        {
            PartiQlTokenKind.Star => new("*", Multiplication),
            PartiQlTokenKind.Operator => new(token.Word, OfSign(token.Word)),
            PartiQlTokenKind.Keyword => OfKeyword(token.Word, next.Kind == PartiQlTokenKind.Keyword ? next.Word : string.Empty),
            _ => default,
        };

    private static int OfSign(string sign)
        => sign switch
        {
            "=" or "<>" => Equality,
            "<" or "<=" or ">" or ">=" => Comparison,
            "+" or "-" or "||" => Addition,
            "/" or "%" => Multiplication,
            _ => 0,
        };

    private static Infix OfKeyword(string keyword, string next)
        => (keyword, next) switch
        {
            ("and", _) => new(keyword, And),
            ("or", _) => new(keyword, Or),
            ("is", "not") => new(keyword, Equality, IsNegated: true),
            ("is" or "in", _) => new(keyword, Equality),
            ("between" or "like", _) => new(keyword, Comparison),
            ("not", "in") => new(next, Equality, IsNegated: true),
            ("not", "between" or "like") => new(next, Comparison, IsNegated: true),
            ("union" or "except" or "intersect", _) => new(keyword, SetOperation),
            _ => default,
        };
}

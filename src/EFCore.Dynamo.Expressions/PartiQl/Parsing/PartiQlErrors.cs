using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The service's errors about statements.</summary>
/// <remarks>
///     What is not well formed is reported in the words of PartiQL's reference parser, which the service runs; a text that cannot be cut into tokens, without any.
///     What is well formed and not supported is reported without the prefix.
/// </remarks>
internal static class PartiQlErrors
{
    public const string UnexpectedTerm = "Unexpected term";
    public const string UnexpectedKeyword = "Unexpected keyword";
    public const string MissingRightSide = "Missing right-hand side expression of infix operator";
    public const string MissingDataManipulation = "Expected data manipulation";
    public const string LeftoverTokens = "Unexpected token after expression";
    public const string SecondStatement = "Unexpected token after semicolon. (Only one query is allowed.)";
    public const string TooDeep = "The statement has too many nesting levels";

    public const string InsertOfSeveral =
        "Unsupported operation: Inserting multiple items in a single statement is not supported, use \"INSERT INTO tableName VALUE item\" instead";

    public static DynamoValidationException NotWellFormed(string detail) => new($"Statement wasn't well formed, can't be processed: {detail}");

    public static DynamoValidationException Unsupported(string message) => new(message);

    public static string UnsupportedClause(string clause) => $"Unsupported clause: {clause}";

    public static string UnsupportedOperator(string name) => $"Unsupported operator: {name}";

    public static string UnsupportedFunction(string name) => $"Unsupported function: {name}";

    public static string Expected(PartiQlTokenKind kind) => $"Expected {NameOf(kind)}";

    public static string ExpectedKeyword(string keyword) => $"Expected {keyword.ToUpperInvariant()} keyword";

    public static string NameOf(PartiQlTokenKind kind)
        => kind switch
        {
            PartiQlTokenKind.LeftParenthesis => "LEFT_PAREN",
            PartiQlTokenKind.RightParenthesis => "RIGHT_PAREN",
            PartiQlTokenKind.RightBracket => "RIGHT_BRACKET",
            PartiQlTokenKind.RightCurly => "RIGHT_CURLY",
            PartiQlTokenKind.RightDoubleAngle => "RIGHT_DOUBLE_ANGLE_BRACKET",
            PartiQlTokenKind.Colon => "COLON",
            PartiQlTokenKind.Keyword => "KEYWORD",
            _ => throw new System.Diagnostics.UnreachableException($"Nothing expects {kind}."),
        };
}

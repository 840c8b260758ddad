using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The service's errors about statements.</summary>
/// <remarks>
///     What is not well formed is reported in the words of PartiQL's reference parser, which the service runs; a text that cannot be cut into tokens, without
///     any. What is well formed and not supported is reported without the prefix.
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
    public const string Aliasing = "Aliasing is not supported";
    public const string EmptyBag = "Empty bags are not supported";
    public const string EmptyPathComponent = "Path component cannot be an empty string";
    public const string TooManySourceComponents = "A path may contain at most 2 components in the FROM clause";
    public const string InsertIntoIndex = "FROM clause may only contain a single table name";
    public const string WriteToIndex = "This operation is not supported on an index";

    public const string InsertOfSeveral =
        "Unsupported operation: Inserting multiple items in a single statement is not supported, use \"INSERT INTO tableName VALUE item\" instead";

    public static DynamoValidationException NotWellFormed(string detail) => new($"Statement wasn't well formed, can't be processed: {detail}");

    public static DynamoValidationException Unsupported(string message) => new(message);

    public static string UnsupportedClause(string clause) => $"Unsupported clause: {clause}";

    public static string UnsupportedOperator(string name) => $"Unsupported operator: {name}";

    /// <summary>A function of the service that may not stand there.</summary>
    public static string UnsupportedFunction(string name) => $"Unsupported function: {name}";

    public static string UnrecognizedFunction(PartiQlExpression.Call call) => $"Unrecognized function: {call.Function} at {call.Position}";

    public static string UnexpectedPathComponent(PartiQlPosition position) => $"Unexpected path component at {position}";

    public static string ChangesOtherPath(PartiQlExpression.Call call)
        => $"The first argument to {UpperNameOf(call)} must equal the assignment value at {call.Position}";

    public static string ChangesByNoSet(PartiQlExpression.Call call)
        => $"The second argument to {UpperNameOf(call)} must be a value with type SET at {call.Position}";

    public static string NeedsTwoArguments(PartiQlExpression.Call call) => $"{UpperNameOf(call)} must have exactly two arguments at {call.Position}";

    /// <param name="call">A function where a value must stand.</param>
    /// <param name="path">The list or tuple that it stands in.</param>
    public static string UnsupportedDataType(PartiQlExpression.Call call, string path)
        => $"Unsupported data type: {call.Function} under key {path} at {call.Position}";

    /// <param name="number">A number that no attribute can hold.</param>
    /// <param name="path">Where in the value it stands.</param>
    public static string UnstorableNumber(PartiQlExpression.UnstorableNumber number, string path) => $"{number.Problem} under {path}";

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

    private static string UpperNameOf(PartiQlExpression.Call call) => call.Function.ToUpperInvariant();
}

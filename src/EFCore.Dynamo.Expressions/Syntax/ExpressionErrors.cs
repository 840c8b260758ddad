using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Lexing;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The service's error texts about expressions.</summary>
internal static class ExpressionErrors
{
    public const string Empty = "The expression can not be empty;";
    public const string RedundantParentheses = "The expression has redundant parentheses;";

    /// <summary>The text with the prefix that names the request parameter, if it came in one.</summary>
    public static DynamoValidationException Invalid(ExpressionParameter parameter, string problem)
        => new(parameter == ExpressionParameter.Statement ? problem : $"Invalid {parameter}: {problem}");

    public static DynamoValidationException ValueTooDeep()
        => new(DepthTexts.OfAttributes);

    public static string TooLong(int sizeBytes)
        => $"Expression size has exceeded the maximum allowed size; expression size: {sizeBytes}";

    /// <summary>Where reading stopped, and the text from the token before to the token after.</summary>
    public static string Syntax(string text, Token previous, Token current)
    {
        var token = current.Kind == TokenKind.End ? "<EOF>" : text.Substring(current.Start, current.Length);
        var end = current.Kind == TokenKind.End ? previous.End : Lexer.Next(text, current.End) is { Kind: not TokenKind.End } next ? next.End : current.End;
        return $"Syntax error; token: \"{token}\", near: \"{text[previous.Start..end]}\"";
    }

    public static string TooManyOperators(int count) => $"The expression contains too many operators; operator count: {count}";

    public static string ReservedKeyword(string name) => $"Attribute name is a reserved keyword; reserved keyword: {name}";

    public static string ListIndexRange(string digits) => $"List index is not within the allowable range; index: [{digits}]";

    public static string TooDeep(int depth) => $"The document path has too many nesting levels; nesting levels: {depth}";

    public static string UnknownFunction(string name) => $"Invalid function name; function: {name}";

    public static string NotInUpdate(string function) => $"The function is not allowed in an update expression; function: {function}";

    public static string NotInCondition(string function) => $"The function is not allowed in a condition expression; function: {function}";

    public static string MisusedFunction(string function) => $"The function is not allowed to be used this way in an expression; function: {function}";

    public static string OperandCount(string function, int count)
        => $"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {count}";

    public static string RepeatedSection(string section) => $"The \"{section}\" section can only be used once in an update expression;";

    public static string UndefinedName(string placeholder)
        => $"An expression attribute name used in the document path is not defined; attribute name: {placeholder}";

    public static string UndefinedValue(string placeholder)
        => $"An expression attribute value used in expression is not defined; attribute value: {placeholder}";

    public static string OperandType(string operatorOrFunction, string type)
        => $"Incorrect operand type for operator or function; operator or function: {operatorOrFunction}, operand type: {type}";

    public static string ActionOperandType(string action, AttributeType type)
        => $"Incorrect operand type for operator or function; operator: {action}, operand type: {LongName(type)}, typeSet: ALLOWED_FOR_{action}_OPERAND";

    public static string RequiresPath(string operatorOrFunction)
        => $"Operator or function requires a document path; operator or function: {operatorOrFunction}";

    public static string SameOperand(string operatorOrFunction, string path)
        => $"The first operand must be distinct from the remaining operands for this operator or function; operator: {operatorOrFunction}, first operand: {path}";

    public static string TooManyInOperands(int count) => $"The IN operator is provided with too many operands; number of operands: {count}";

    public static string BetweenTypes(AttributeValue lower, AttributeValue upper)
        => $"The BETWEEN operator requires same data type for lower and upper bounds; {Bounds(lower, upper)}";

    public static string BetweenOrder(AttributeValue lower, AttributeValue upper)
        => $"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {Bounds(lower, upper)}";

    public static string UnknownAttributeType(string type)
        => $"Invalid attribute type name found; type: {type}, valid types: {{N,BS,L,B,NULL,M,S,SS,NS,BOOL}}";

    public static string Overlap(string first, string second)
        => $"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}";

    public static string Conflict(string first, string second)
        => $"Two document paths conflict with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}";

    private static string Bounds(AttributeValue lower, AttributeValue upper)
        => $"lower bound operand: {Describe(lower)}, upper bound operand: {Describe(upper)}";

    private static string Describe(AttributeValue value)
        => value.Type switch
        {
            AttributeType.String => $"AttributeValue: {{S:{value.GetString()}}}",
            AttributeType.Number => $"AttributeValue: {{N:{value.GetNumber()}}}",
            _ => $"AttributeValue: {{B:java.nio.HeapByteBuffer[pos=0 lim={value.GetBinary().Length} cap={value.GetBinary().Length}]}}",
        };

    private static string LongName(AttributeType type)
        => type switch
        {
            AttributeType.String => "STRING",
            AttributeType.Number => "NUMBER",
            AttributeType.Binary => "BINARY",
            AttributeType.Boolean => "BOOLEAN",
            AttributeType.Null => "NULL",
            AttributeType.List => "LIST",
            AttributeType.Map => "MAP",
            AttributeType.StringSet => "STRING_SET",
            AttributeType.NumberSet => "NUMBER_SET",
            _ => "BINARY_SET",
        };
}

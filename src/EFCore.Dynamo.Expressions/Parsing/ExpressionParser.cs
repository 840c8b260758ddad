using System.Text;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Lexing;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Parsing;

/// <summary>What the parsers of the four grammars share: tokens, paths, operands, and the order in which the service reports problems.</summary>
/// <remarks>
///     The service reads the whole text first, so a syntax error anywhere wins. Then it looks, in the order of the text, at reserved words, list indexes and
///     the use of functions: these problems are deferred while parsing, and the leftmost one is thrown at the end.
/// </remarks>
internal abstract class ExpressionParser
{
    private readonly ExpressionParameter _parameter;

    private Token _previous;
    private int _operatorCount;
    private int _nesting;
    private string? _deferredProblem;
    private (int Position, int Rank) _deferredAt = (int.MaxValue, 0);

    protected ExpressionParser(string text, ExpressionParameter parameter)
    {
        Text = text;
        _parameter = parameter;
        if (text.Length == 0)
        {
            throw Invalid(ExpressionErrors.Empty);
        }

        var sizeBytes = Encoding.UTF8.GetByteCount(text);
        if (sizeBytes > ExpressionLimits.MaxTextBytes)
        {
            throw Invalid(ExpressionErrors.TooLong(sizeBytes));
        }

        Current = Lexer.Next(text, 0);
        _previous = new(TokenKind.End, Current.Start, 0);
    }

    protected string Text { get; }

    protected Token Current { get; private set; }

    /// <summary>Whether this is an update expression, whose functions differ.</summary>
    protected abstract bool IsUpdate { get; }

    protected void Advance()
    {
        _previous = Current;
        Current = Lexer.Next(Text, Current.End);
    }

    protected void Expect(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            throw SyntaxError();
        }

        Advance();
    }

    protected bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Checks that the whole text was read, then throws what was deferred.</summary>
    protected void Complete()
    {
        if (Current.Kind != TokenKind.End)
        {
            throw SyntaxError();
        }

        if (_deferredProblem is not null)
        {
            throw Invalid(_deferredProblem);
        }
    }

    protected bool IsKeyword(string keyword) => IsKeyword(Current, keyword);

    protected DynamoValidationException SyntaxError() => Invalid(ExpressionErrors.Syntax(Text, _previous, Current));

    protected DynamoValidationException Invalid(string problem) => ExpressionErrors.Invalid(_parameter, problem);

    /// <summary>Keeps the problem if it is the leftmost so far; at one position the lower rank wins.</summary>
    protected void Defer(int position, int rank, string problem)
    {
        if (_deferredAt.CompareTo((position, rank)) <= 0)
        {
            return;
        }

        _deferredAt = (position, rank);
        _deferredProblem = problem;
    }

    protected void CountOperator()
    {
        // Observed answers name 301 however many there are: counting ends with the first too many.
        if (++_operatorCount == ExpressionLimits.MaxOperatorCount + 1)
        {
            Defer(int.MinValue, 0, ExpressionErrors.TooManyOperators(_operatorCount));
        }
    }

    protected void EnterNesting()
    {
        // Beyond this depth there are redundant parentheses or too many operators; recursing on to find out which would only risk the stack.
        if (++_nesting > ExpressionLimits.MaxNesting)
        {
            throw Invalid(
                _operatorCount > ExpressionLimits.MaxOperatorCount
                    ? ExpressionErrors.TooManyOperators(ExpressionLimits.MaxOperatorCount + 1)
                    : ExpressionErrors.RedundantParentheses);
        }
    }

    protected void LeaveNesting() => _nesting--;

    protected SyntaxList<T> ParseList<T>(Func<T> parseElement)
    {
        var elements = new List<T> { parseElement() };
        while (TryTake(TokenKind.Comma))
        {
            elements.Add(parseElement());
        }

        return [.. elements];
    }

    /// <summary>A path: a name or placeholder, then <c>.name</c> and <c>[index]</c>.</summary>
    protected AttributePath ParsePath()
    {
        var root = ParseName();
        if (Current.Kind is not (TokenKind.Dot or TokenKind.LeftBracket))
        {
            return new(root);
        }

        var elements = new List<PathElement>();
        while (true)
        {
            if (TryTake(TokenKind.Dot))
            {
                elements.Add(PathElement.MapEntry(ParseName()));
            }
            else if (TryTake(TokenKind.LeftBracket))
            {
                elements.Add(PathElement.ListElement(ParseIndex()));
            }
            else
            {
                return new(root, [.. elements]);
            }
        }
    }

    protected bool IsNameToken() => Current.Kind == TokenKind.NamePlaceholder || (Current.Kind == TokenKind.Word && !IsAnyKeyword(Current));

    protected string TakeValuePlaceholder()
    {
        var placeholder = Current;
        Expect(TokenKind.ValuePlaceholder);
        return TextOf(placeholder);
    }

    /// <summary>A value, a path, a function call, or one of them in parentheses.</summary>
    protected ParsedOperand ParseOperand()
    {
        var position = Current.Start;
        switch (Current.Kind)
        {
            case TokenKind.ValuePlaceholder:
                return new(new Operand.Value(TakeValuePlaceholder()), position, IsParenthesized: false);
            case TokenKind.LeftParenthesis:
                EnterNesting();
                Advance();
                var inner = ParseOperand();
                Expect(TokenKind.RightParenthesis);
                LeaveNesting();
                return inner.IsParenthesized ? throw Invalid(ExpressionErrors.RedundantParentheses) : inner with { IsParenthesized = true };
            case TokenKind.Word when !IsAnyKeyword(Current) && Lexer.Next(Text, Current.End).Kind == TokenKind.LeftParenthesis:
                return new(ParseCall(), position, IsParenthesized: false);
            default:
                return IsNameToken() ? new(new Operand.Attribute(ParsePath()), position, IsParenthesized: false) : throw SyntaxError();
        }
    }

    /// <summary>
    ///     Defers the service's complaint where an operand is a function that cannot be one: of those of conditions only <c>size</c> can, of those of updates
    ///     only <c>if_not_exists</c>.
    /// </summary>
    protected Operand CheckNestable(ParsedOperand operand)
    {
        var nestable = IsUpdate ? ExpressionFunction.IfNotExists : ExpressionFunction.Size;
        if (operand.Node is Operand.Call call && call.Function != nestable)
        {
            Defer(operand.Position, 2, ExpressionErrors.MisusedFunction(call.Function.GetName()));
        }

        return operand.Node;
    }

    private Operand.Call ParseCall()
    {
        EnterNesting();
        CountOperator();
        var nameToken = Current;
        var name = TextOf(nameToken);
        if (!ExpressionFunctions.TryParse(name, out var function))
        {
            Defer(nameToken.Start, 0, ExpressionErrors.UnknownFunction(name));
        }
        else if (IsUpdate != function.IsForUpdates())
        {
            Defer(nameToken.Start, 1, IsUpdate ? ExpressionErrors.NotInUpdate(name) : ExpressionErrors.NotInCondition(name));
        }

        Advance();
        Expect(TokenKind.LeftParenthesis);
        var arguments = ParseList(() => CheckNestable(ParseOperand()));
        Expect(TokenKind.RightParenthesis);
        if (arguments.Count != function.GetOperandCount())
        {
            Defer(nameToken.Start, 3, ExpressionErrors.OperandCount(name, arguments.Count));
        }

        LeaveNesting();
        return new(function, arguments);
    }

    private string ParseName()
    {
        if (!IsNameToken())
        {
            throw SyntaxError();
        }

        var token = Current;
        var name = TextOf(token);
        if (token.Kind == TokenKind.Word && ReservedWords.Contains(name))
        {
            Defer(token.Start, 0, ExpressionErrors.ReservedKeyword(name));
        }

        Advance();
        return name;
    }

    private int ParseIndex()
    {
        var token = Current;
        Expect(TokenKind.Digits);
        if (!int.TryParse(Text.AsSpan(token.Start, token.Length), out var index))
        {
            Defer(token.Start, 0, ExpressionErrors.ListIndexRange(TextOf(token)));
        }

        Expect(TokenKind.RightBracket);
        return index;
    }

    private string TextOf(Token token) => Text.Substring(token.Start, token.Length);

    private bool IsKeyword(Token token, string keyword)
        => token.Kind == TokenKind.Word && Text.AsSpan(token.Start, token.Length).Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>The grammars share their keywords: none is a name in any of them.</summary>
    private bool IsAnyKeyword(Token token)
        => token.Length switch
        {
            2 => IsKeyword(token, "OR") || IsKeyword(token, "IN"),
            3 => IsKeyword(token, "AND") || IsKeyword(token, "NOT") || IsKeyword(token, "SET") || IsKeyword(token, "ADD"),
            6 => IsKeyword(token, "REMOVE") || IsKeyword(token, "DELETE"),
            7 => IsKeyword(token, "BETWEEN"),
            _ => false,
        };
}

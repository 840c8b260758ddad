using EFCore.Dynamo.Expressions.Lexing;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Parsing;

/// <summary>The grammar of condition, filter and key condition expressions.</summary>
/// <remarks>
///     An opening parenthesis may begin a condition, <c>(a = :a)</c>, or an operand, <c>(a) = :a</c>. Instead of trying both, the parser reads what is inside
///     and decides after the closing parenthesis, so that its time is linear in the text.
/// </remarks>
internal sealed class ConditionParser : ExpressionParser
{
    private ConditionParser(string text, ExpressionParameter parameter)
        : base(text, parameter)
    {
    }

    protected override bool IsUpdate => false;

    public static ConditionNode Parse(string text, ExpressionParameter parameter)
    {
        var parser = new ConditionParser(text, parameter);
        var condition = parser.ToCondition(parser.ParseOr(mayBeOperand: false));
        parser.Complete();
        return condition;
    }

    private Part ParseOr(bool mayBeOperand)
    {
        var first = ParseAnd(mayBeOperand);
        if (!IsKeyword("OR"))
        {
            return first;
        }

        var conditions = new List<ConditionNode> { ToCondition(first) };
        while (IsKeyword("OR"))
        {
            CountOperator();
            Advance();
            conditions.Add(ToCondition(ParseAnd(mayBeOperand: false)));
        }

        return Part.Of(new ConditionNode.Or([.. conditions]));
    }

    private Part ParseAnd(bool mayBeOperand)
    {
        var first = ParseNot(mayBeOperand);
        if (!IsKeyword("AND"))
        {
            return first;
        }

        var conditions = new List<ConditionNode> { ToCondition(first) };
        while (IsKeyword("AND"))
        {
            CountOperator();
            Advance();
            conditions.Add(ToCondition(ParseNot(mayBeOperand: false)));
        }

        return Part.Of(new ConditionNode.And([.. conditions]));
    }

    private Part ParseNot(bool mayBeOperand)
    {
        if (!IsKeyword("NOT"))
        {
            return ParsePrimary(mayBeOperand);
        }

        CountOperator();
        EnterNesting();
        Advance();
        var operand = ToCondition(ParseNot(mayBeOperand: false));
        LeaveNesting();
        return Part.Of(new ConditionNode.Not(operand));
    }

    private Part ParsePrimary(bool mayBeOperand)
    {
        Part part;
        if (Current.Kind == TokenKind.LeftParenthesis)
        {
            EnterNesting();
            Advance();
            var inner = ParseOr(mayBeOperand: true);
            Expect(TokenKind.RightParenthesis);
            LeaveNesting();
            part = inner.IsParenthesized ? throw Invalid(ExpressionErrors.RedundantParentheses) : inner.Parenthesize();
            if (part.Condition is not null)
            {
                return part;
            }
        }
        else
        {
            part = Part.Of(ParseOperand());
        }

        if (TryParseComparison(part.Operand) is { } comparison)
        {
            return Part.Of(comparison);
        }

        if (part.Operand.Node is Operand.Call || (mayBeOperand && Current.Kind == TokenKind.RightParenthesis))
        {
            return part;
        }

        throw SyntaxError();
    }

    private ConditionNode? TryParseComparison(ParsedOperand left)
    {
        if (ToComparisonOperator(Current.Kind) is { } comparison)
        {
            CountOperator();
            Advance();
            return new ConditionNode.Comparison(CheckNestable(left), comparison, CheckNestable(ParseOperand()));
        }

        if (IsKeyword("BETWEEN"))
        {
            CountOperator();
            Advance();
            var lower = ParseOperand();
            if (!IsKeyword("AND"))
            {
                throw SyntaxError();
            }

            Advance();
            return new ConditionNode.Between(CheckNestable(left), CheckNestable(lower), CheckNestable(ParseOperand()));
        }

        if (!IsKeyword("IN"))
        {
            return null;
        }

        CountOperator();
        Advance();
        Expect(TokenKind.LeftParenthesis);
        var candidates = ParseList(() => CheckNestable(ParseOperand()));
        Expect(TokenKind.RightParenthesis);
        return new ConditionNode.In(CheckNestable(left), candidates);
    }

    private ConditionNode ToCondition(Part part)
    {
        if (part.Condition is not null)
        {
            return part.Condition;
        }

        var call = (Operand.Call)part.Operand.Node;
        if (call.Function == ExpressionFunction.Size)
        {
            Defer(part.Operand.Position, 2, ExpressionErrors.MisusedFunction(call.Function.GetName()));
        }

        return new ConditionNode.Call(call.Function, call.Arguments);
    }

    private static ComparisonKind? ToComparisonOperator(TokenKind kind)
        => kind switch
        {
            TokenKind.Equal => ComparisonKind.Equal,
            TokenKind.NotEqual => ComparisonKind.NotEqual,
            TokenKind.LessThan => ComparisonKind.LessThan,
            TokenKind.LessThanOrEqual => ComparisonKind.LessThanOrEqual,
            TokenKind.GreaterThan => ComparisonKind.GreaterThan,
            TokenKind.GreaterThanOrEqual => ComparisonKind.GreaterThanOrEqual,
            _ => null,
        };

    /// <summary>A condition, or an operand of which it is not yet known what it belongs to.</summary>
    private readonly record struct Part(ConditionNode? Condition, ParsedOperand Operand, bool IsParenthesized)
    {
        public static Part Of(ConditionNode condition) => new(condition, default, IsParenthesized: false);

        public static Part Of(ParsedOperand operand) => new(null, operand, operand.IsParenthesized);

        public Part Parenthesize() => this with { IsParenthesized = true, Operand = Operand with { IsParenthesized = true } };
    }
}

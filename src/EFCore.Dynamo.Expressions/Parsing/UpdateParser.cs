using EFCore.Dynamo.Expressions.Lexing;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Parsing;

/// <summary>The grammar of update expressions: the clauses in any order, each at most once.</summary>
internal sealed class UpdateParser : ExpressionParser
{
    private SyntaxList<SetAction>? _set;
    private SyntaxList<AttributePath>? _remove;
    private SyntaxList<AddAction>? _add;
    private SyntaxList<DeleteAction>? _delete;

    private UpdateParser(string text)
        : base(text, ExpressionParameter.UpdateExpression)
    {
    }

    protected override bool IsUpdate => true;

    public static UpdateNode Parse(string text)
    {
        var parser = new UpdateParser(text);
        do
        {
            parser.ParseClause();
        }
        while (parser.Current.Kind != TokenKind.End);
        parser.Complete();
        return new(parser._set ?? [], parser._remove ?? [], parser._add ?? [], parser._delete ?? []);
    }

    private void ParseClause()
    {
        var position = Current.Start;
        if (IsKeyword("SET"))
        {
            Take(ref _set, "SET", position, ParseSetAction);
        }
        else if (IsKeyword("REMOVE"))
        {
            Take(ref _remove, "REMOVE", position, ParsePath);
        }
        else if (IsKeyword("ADD"))
        {
            Take(ref _add, "ADD", position, () => new AddAction(ParsePath(), TakeValuePlaceholder()));
        }
        else if (IsKeyword("DELETE"))
        {
            Take(ref _delete, "DELETE", position, () => new DeleteAction(ParsePath(), TakeValuePlaceholder()));
        }
        else
        {
            throw SyntaxError();
        }
    }

    private void Take<T>(ref SyntaxList<T>? clause, string keyword, int position, Func<T> parseAction)
    {
        if (clause is not null)
        {
            Defer(position, 0, ExpressionErrors.RepeatedSection(keyword));
        }

        Advance();
        clause = ParseList(parseAction);
    }

    private SetAction ParseSetAction()
    {
        var path = ParsePath();
        Expect(TokenKind.Equal);
        return new(path, ParseSetValue());
    }

    /// <summary>An operand, or the sum or difference of two, which may stand in parentheses as a whole.</summary>
    private Operand ParseSetValue() => ParseArithmetic(ParseTerm());

    private ParsedOperand ParseTerm()
    {
        if (Current.Kind != TokenKind.LeftParenthesis)
        {
            return ParseOperand();
        }

        var position = Current.Start;
        EnterNesting();
        Advance();
        var inner = ParseTerm();
        var value = ParseArithmetic(inner);
        Expect(TokenKind.RightParenthesis);
        LeaveNesting();
        if (inner.IsParenthesized && ReferenceEquals(value, inner.Node))
        {
            throw Invalid(ExpressionErrors.RedundantParentheses);
        }

        return new(value, position, IsParenthesized: true);
    }

    private Operand ParseArithmetic(ParsedOperand left)
    {
        if (Current.Kind is not (TokenKind.Plus or TokenKind.Minus))
        {
            return left.Node;
        }

        if (left.Node is Operand.Arithmetic)
        {
            throw SyntaxError();
        }

        var isSubtraction = Current.Kind == TokenKind.Minus;
        CountOperator();
        Advance();
        return new Operand.Arithmetic(left.Node, isSubtraction, ParseOperand().Node);
    }
}

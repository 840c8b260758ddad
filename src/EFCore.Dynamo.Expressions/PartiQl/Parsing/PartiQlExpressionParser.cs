using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The expressions of PartiQL: operators by their precedence, in one pass without going back, so that its time is linear in the text.</summary>
internal abstract class PartiQlExpressionParser : PartiQlTermParser
{
    protected PartiQlExpressionParser(string text)
        : base(text)
    {
    }

    /// <inheritdoc />
    protected override PartiQlExpression ParseExpression(int precedence = 0)
    {
        EnterNesting();
        var depth = 1;
        var left = ParseUnary();
        List<PartiQlExpression>? joined = null;
        var joinedBy = default(Infix);
        var joinedAt = default(PartiQlPosition);
        while (Infix.Of(Current, Next) is var infix && infix.Precedence > precedence)
        {
            if (joined is not null && infix.Name != joinedBy.Name)
            {
                left = Join(joined, joinedBy, joinedAt);
                joined = null;
            }

            if (infix.Name is "and" or "or")
            {
                if (joined is null)
                {
                    (joined, joinedBy, joinedAt) = ([left], infix, Current.Position);
                }

                joined.Add(ParseRight(infix.Precedence));
                continue;
            }

            // Each of these nests the former in itself, which whoever walks the tree will have to follow.
            EnterNesting();
            depth++;
            left = ParseInfix(left, infix);
        }

        LeaveNesting(depth);
        return joined is null ? left : Join(joined, joinedBy, joinedAt);
    }

    private static PartiQlExpression.Logical Join(List<PartiQlExpression> operands, Infix infix, PartiQlPosition position)
        => new(infix.Precedence == Infix.Or, [.. operands]) { Position = position };

    private PartiQlExpression ParseInfix(PartiQlExpression left, Infix infix)
    {
        PartiQlExpression result;
        var position = Current.Position;
        if (infix.IsNegated)
        {
            Advance();
        }

        switch (infix.Name)
        {
            case "is":
                Advance();
                result = new PartiQlExpression.TypeTest(left, ParseTypeName()) { Position = position };
                break;
            case "in":
                result = new PartiQlExpression.In(left, ParseCandidates()) { Position = position };
                break;
            case "between":
                result = ParseBetween(left);
                break;
            default:
                var right = ParseRight(infix.Precedence);
                if (ToOperator(infix.Name) is { } @operator)
                {
                    result = new PartiQlExpression.Binary(@operator, left, right) { Position = position };
                    break;
                }

                Unsupported(PartiQlErrors.UnsupportedOperator(infix.Name.ToUpperInvariant()));
                result = left;
                break;
        }

        return infix.IsNegated ? new PartiQlExpression.Not(result) { Position = position } : result;
    }

    private PartiQlExpression ParseRight(int precedence)
    {
        Advance();
        return Current.Kind == PartiQlTokenKind.End ? throw PartiQlErrors.NotWellFormed(PartiQlErrors.MissingRightSide) : ParseExpression(precedence);
    }

    private PartiQlExpression.Between ParseBetween(PartiQlExpression operand)
    {
        var position = Current.Position;
        var lower = ParseRight(Infix.Comparison);
        if (!TryTakeKeyword("and"))
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.ExpectedKeyword("and"));
        }

        if (Current.Kind == PartiQlTokenKind.End)
        {
            throw PartiQlErrors.NotWellFormed("Expected expression after AND");
        }

        return new(operand, lower, ParseExpression(Infix.Comparison)) { Position = position };
    }

    /// <summary>Parentheses are the brackets of a list here, also around a single value.</summary>
    private PartiQlExpression ParseCandidates()
    {
        if (Next.Kind != PartiQlTokenKind.LeftParenthesis)
        {
            return ParseRight(Infix.Equality);
        }

        Advance();
        var position = Current.Position;
        Advance();
        return new PartiQlExpression.List(ParseElements(PartiQlTokenKind.RightParenthesis)) { Position = position };
    }

    private string ParseTypeName()
    {
        var type = Current.Kind == PartiQlTokenKind.Keyword ? Current.Word : string.Empty;
        if (!PartiQlTypes.IsKnown(type))
        {
            throw PartiQlErrors.NotWellFormed("Expected type name");
        }

        Advance();
        return type;
    }

    private PartiQlExpression ParseUnary()
    {
        var position = Current.Position;
        if (TryTakeKeyword("not"))
        {
            return new PartiQlExpression.Not(ParseExpression(Infix.Not)) { Position = position };
        }

        if (Current.Kind != PartiQlTokenKind.Operator || Current.Word is not ("+" or "-"))
        {
            return ParsePathTerm();
        }

        var isMinus = Current.Word == "-";
        Advance();
        EnterNesting();
        var operand = ParseUnary();
        LeaveNesting();
        if (PartiQlNumbers.Negate(operand) is { } negated)
        {
            return isMinus ? negated : operand;
        }

        Unsupported(PartiQlErrors.UnsupportedOperator(isMinus ? "-" : "+"));
        return operand;
    }

    private static PartiQlOperator? ToOperator(string name)
        => name switch
        {
            "=" => PartiQlOperator.Equal,
            "<>" => PartiQlOperator.NotEqual,
            "<" => PartiQlOperator.LessThan,
            "<=" => PartiQlOperator.LessThanOrEqual,
            ">" => PartiQlOperator.GreaterThan,
            ">=" => PartiQlOperator.GreaterThanOrEqual,
            "+" => PartiQlOperator.Add,
            "-" => PartiQlOperator.Subtract,
            _ => null,
        };
}

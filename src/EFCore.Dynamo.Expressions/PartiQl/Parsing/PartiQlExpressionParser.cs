using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The expressions of PartiQL: operators by their precedence, in one pass without going back, so that its time is linear in the text.</summary>
internal abstract class PartiQlExpressionParser : PartiQlTokenReader
{
    protected PartiQlExpressionParser(string text)
        : base(text)
    {
    }

    /// <summary>How many <c>?</c> were read.</summary>
    protected int ParameterCount { get; private set; }

    /// <summary>An expression, up to an operator that does not bind tighter than <paramref name="precedence" />.</summary>
    protected PartiQlExpression ParseExpression(int precedence = 0)
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

    /// <summary>A path of identifiers and literal indexes: what is assigned, removed, or written to.</summary>
    protected AttributePath ParseSimplePath()
    {
        if (!IsName(Current))
        {
            throw PartiQlErrors.NotWellFormed("Expected identifier for simple path");
        }

        return ParseElements(TakeName(), isSimple: true);
    }

    protected List<T> ParseList<T>(Func<T> parseElement)
    {
        var elements = new List<T> { parseElement() };
        while (TryTake(PartiQlTokenKind.Comma))
        {
            elements.Add(parseElement());
        }

        return elements;
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

    private PartiQlExpression ParsePathTerm()
    {
        var position = Current.Position;
        if (IsName(Current) && Next.Kind != PartiQlTokenKind.LeftParenthesis)
        {
            return new PartiQlExpression.Attribute(ParseElements(TakeName(), isSimple: false)) { Position = position };
        }

        var term = ParseTerm();
        if (Current.Kind is PartiQlTokenKind.Dot or PartiQlTokenKind.LeftBracket)
        {
            Unsupported("A path must begin with an attribute");
            ParseElements(string.Empty, isSimple: false);
        }

        return term;
    }

    private AttributePath ParseElements(string root, bool isSimple)
    {
        if (Current.Kind is not (PartiQlTokenKind.Dot or PartiQlTokenKind.LeftBracket))
        {
            return new(root);
        }

        var elements = new List<PathElement>();
        while (true)
        {
            if (TryTake(PartiQlTokenKind.Dot))
            {
                elements.Add(ParseMapEntry(isSimple));
            }
            else if (TryTake(PartiQlTokenKind.LeftBracket))
            {
                elements.Add(ParseIndex(isSimple));
            }
            else
            {
                return new(root, [.. elements]);
            }
        }
    }

    private PathElement ParseMapEntry(bool isSimple)
    {
        if (IsName(Current))
        {
            return PathElement.MapEntry(TakeName());
        }

        if (Current.Kind != PartiQlTokenKind.Star)
        {
            throw PartiQlErrors.NotWellFormed("Invalid path dot component");
        }

        if (isSimple)
        {
            throw PartiQlErrors.NotWellFormed("Invalid path dot component for simple path");
        }

        Advance();
        Unsupported(PartiQlErrors.UnsupportedOperator(".*"));
        return PathElement.MapEntry("*");
    }

    private PathElement ParseIndex(bool isSimple)
    {
        if (TryTake(PartiQlTokenKind.Star))
        {
            Expect(PartiQlTokenKind.RightBracket);
            Unsupported(PartiQlErrors.UnsupportedOperator("[*]"));
            return PathElement.ListElement(0);
        }

        var index = ParseExpression();
        Expect(PartiQlTokenKind.RightBracket);
        if (index is PartiQlExpression.Literal { Value: { Type: AttributeType.Number } number } && number.GetNumber().TryToInt64(out var position) && position is >= 0 and <= int.MaxValue)
        {
            return PathElement.ListElement((int)position);
        }

        if (index is PartiQlExpression.Literal { Value: { Type: AttributeType.String } name } && name.GetString() is { Length: > 0 } text)
        {
            return PathElement.MapEntry(text);
        }

        if (isSimple && index is not PartiQlExpression.Literal)
        {
            throw PartiQlErrors.NotWellFormed("Invalid path component for simple path");
        }

        Unsupported("List index is not within the allowable range");
        return PathElement.ListElement(0);
    }

    private PartiQlExpression ParseTerm()
    {
        var token = Current;
        switch (token.Kind)
        {
            case PartiQlTokenKind.String:
                Advance();
                return new PartiQlExpression.Literal(AttributeValue.FromString(Unquote(token))) { Position = token.Position };
            case PartiQlTokenKind.Number:
                Advance();
                return PartiQlNumbers.Parse(Text.Substring(token.Start, token.Length), token.Position);
            case PartiQlTokenKind.Parameter:
                Advance();
                return new PartiQlExpression.Parameter(ParameterCount++) { Position = token.Position };
            case PartiQlTokenKind.LeftParenthesis:
                Advance();
                var group = ParseElements(PartiQlTokenKind.RightParenthesis);
                return group.Count == 1 ? group[0] : new PartiQlExpression.List(group) { Position = token.Position };
            case PartiQlTokenKind.LeftBracket:
                Advance();
                return new PartiQlExpression.List(TryTake(PartiQlTokenKind.RightBracket) ? [] : ParseElements(PartiQlTokenKind.RightBracket)) { Position = token.Position };
            case PartiQlTokenKind.LeftDoubleAngle:
                Advance();
                return new PartiQlExpression.Bag(TryTake(PartiQlTokenKind.RightDoubleAngle) ? [] : ParseElements(PartiQlTokenKind.RightDoubleAngle)) { Position = token.Position };
            case PartiQlTokenKind.LeftCurly:
                Advance();
                return ParseTuple(token.Position);
            case PartiQlTokenKind.Identifier or PartiQlTokenKind.QuotedIdentifier:
                return ParseCall(TakeName(), token.Position);
            case PartiQlTokenKind.Keyword:
                return ParseKeyword(token);
            case PartiQlTokenKind.IonLiteral:
                Advance();
                Unsupported("Amazon Ion literals are not supported");
                return new PartiQlExpression.Literal(AttributeValue.Null) { Position = token.Position };
            case PartiQlTokenKind.Operator:
                throw PartiQlErrors.NotWellFormed("Unexpected operator");
            default:
                throw PartiQlErrors.NotWellFormed(PartiQlErrors.UnexpectedTerm);
        }
    }

    private PartiQlExpression ParseKeyword(PartiQlToken token)
    {
        switch (token.Word)
        {
            case "true" or "false":
                Advance();
                return new PartiQlExpression.Literal(AttributeValue.FromBoolean(token.Word == "true")) { Position = token.Position };
            case "null":
                Advance();
                return new PartiQlExpression.Literal(AttributeValue.Null) { Position = token.Position };
            case "missing":
                Advance();
                return new PartiQlExpression.Missing { Position = token.Position };
            case "from":
                Advance();
                throw RejectFromFirst();
            default:
                if (!PartiQlKeywords.IsFunction(token.Word) || Next.Kind != PartiQlTokenKind.LeftParenthesis)
                {
                    throw PartiQlErrors.NotWellFormed(PartiQlErrors.UnexpectedKeyword);
                }

                Advance();
                return ParseCall(token.Word, token.Position);
        }
    }

    /// <summary>
    ///     <c>FROM source WHERE condition SET …</c>: a form of updates that PartiQL has and the service has not. A misspelled SELECT ends here too,
    ///     as the product of an attribute and this form; that it changes nothing is what the service says of both.
    /// </summary>
    private DynamoValidationException RejectFromFirst()
    {
        ParseExpression();
        if (TryTakeKeyword("where"))
        {
            ParseExpression();
        }

        return IsKeyword("set") || IsKeyword("remove") || IsKeywords("insert", "into")
            ? PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedClause("FROM"))
            : PartiQlErrors.NotWellFormed(PartiQlErrors.MissingDataManipulation);
    }

    private PartiQlExpression.Call ParseCall(string name, PartiQlPosition position)
    {
        Expect(PartiQlTokenKind.LeftParenthesis);
        var function = name.ToLowerInvariant();
        if (TryTake(PartiQlTokenKind.RightParenthesis))
        {
            return new(function, []) { Position = position };
        }

        if (Current.Kind == PartiQlTokenKind.Star && function != "count")
        {
            throw PartiQlErrors.NotWellFormed($"{function}(*) is not allowed");
        }

        if (!TryTake(PartiQlTokenKind.Star))
        {
            return new(function, ParseElements(PartiQlTokenKind.RightParenthesis)) { Position = position };
        }

        Expect(PartiQlTokenKind.RightParenthesis);
        return new(function, []) { Position = position };
    }

    private PartiQlExpression.Tuple ParseTuple(PartiQlPosition position)
    {
        if (TryTake(PartiQlTokenKind.RightCurly))
        {
            return new([]) { Position = position };
        }

        var members = ParseList(() =>
        {
            var name = ParseExpression();
            Expect(PartiQlTokenKind.Colon);
            return new PartiQlMember(name, ParseExpression());
        });
        Expect(PartiQlTokenKind.RightCurly);
        return new([.. members]) { Position = position };
    }

    private SyntaxList<PartiQlExpression> ParseElements(PartiQlTokenKind end)
    {
        var elements = ParseList(() => ParseExpression());
        Expect(end);
        return [.. elements];
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

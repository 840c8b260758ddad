using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The terms of PartiQL: what operators stand between. Values, what stands in brackets, paths and functions.</summary>
internal abstract class PartiQlTermParser : PartiQlTokenReader
{
    protected PartiQlTermParser(string text)
        : base(text)
    {
    }

    /// <summary>How many <c>?</c> were read.</summary>
    protected int ParameterCount { get; private set; }

    /// <summary>An expression, up to an operator that does not bind tighter than <paramref name="precedence" />.</summary>
    protected abstract PartiQlExpression ParseExpression(int precedence = 0);

    /// <summary>A path of identifiers and literal indexes: what is assigned, removed, or written to.</summary>
    protected AttributePath ParseSimplePath()
    {
        if (!IsName(Current))
        {
            throw PartiQlErrors.NotWellFormed("Expected identifier for simple path");
        }

        return ParseElements(TakeName(), isSimple: true);
    }

    /// <summary>A path, or another term. Only attributes have paths: a path behind anything else is read and not supported.</summary>
    protected PartiQlExpression ParsePathTerm()
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

    /// <summary>The elements up to the bracket that closes them.</summary>
    protected SyntaxList<PartiQlExpression> ParseElements(PartiQlTokenKind end)
    {
        var elements = ParseList(() => ParseExpression());
        Expect(end);
        return [.. elements];
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
        if (index is PartiQlExpression.Literal { Value: { Type: AttributeType.Number } number } && number.GetNumber().TryToInt64(out var position)
            && position is >= 0 and <= int.MaxValue)
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
                return new PartiQlExpression.List(
                    TryTake(PartiQlTokenKind.RightBracket) ? [] : ParseElements(PartiQlTokenKind.RightBracket))
                { Position = token.Position };
            case PartiQlTokenKind.LeftDoubleAngle:
                Advance();
                return new PartiQlExpression.Bag(
                    TryTake(PartiQlTokenKind.RightDoubleAngle) ? [] : ParseElements(PartiQlTokenKind.RightDoubleAngle))
                { Position = token.Position };
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
}

using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>
///     The clauses that statements are made of: what is read or written, WHERE, ORDER BY and RETURNING; and those of PartiQL that the service has not.
/// </summary>
internal abstract class PartiQlClauseParser : PartiQlExpressionParser
{
    protected PartiQlClauseParser(string text)
        : base(text)
    {
    }

    protected PartiQlSource ParseFromSource()
    {
        var source = ParseExpression(Infix.Clause);
        RejectAliases();
        if (Current.Kind == PartiQlTokenKind.Comma || IsKeyword("join") || IsKeyword("cross") || IsKeyword("inner") || IsKeyword("left") || IsKeyword("right")
            || IsKeyword("full") || IsKeyword("outer"))
        {
            throw PartiQlErrors.Unsupported("Only select from a single table or index is supported.");
        }

        if (source is PartiQlExpression.Attribute { Path: var path })
        {
            return ToSource(path, source.Position);
        }

        Unsupported("Unexpected from source");
        return new(string.Empty);
    }

    /// <summary>The table of an INSERT, UPDATE or DELETE; they may not name an index.</summary>
    /// <param name="withIndex">What the service says where there is more than a table's name.</param>
    protected PartiQlSource ParseTarget(string withIndex)
    {
        var position = Current.Position;
        return ToTarget(ToSource(ParseSimplePath(), position), withIndex);
    }

    protected PartiQlSource ToTarget(PartiQlSource source, string withIndex)
    {
        if (source.IndexName is null)
        {
            return source;
        }

        Unsupported(withIndex);
        return new(source.TableName);
    }

    protected PartiQlExpression? ParseWhere() => TryTakeKeyword("where") ? ParseExpression() : null;

    protected SyntaxList<PartiQlOrdering> ParseOrderBy()
    {
        if (!TryTakeKeyword("order"))
        {
            return [];
        }

        if (!TryTakeKeyword("by"))
        {
            throw PartiQlErrors.NotWellFormed("Expected BY");
        }

        var terms = ParseList(() =>
        {
            var key = ParseExpression();
            var isDescending = TryTakeKeyword("desc");
            if (!isDescending)
            {
                TryTakeKeyword("asc");
            }

            if (key is not PartiQlExpression.Attribute)
            {
                Unsupported("ORDER BY may name key attributes only");
            }

            return new PartiQlOrdering((key as PartiQlExpression.Attribute)?.Path ?? new(string.Empty), isDescending);
        });
        return [.. terms];
    }

    protected PartiQlReturning ParseReturning()
    {
        if (!TryTakeKeyword("returning"))
        {
            return PartiQlReturning.None;
        }

        var elements = ParseList(ParseReturningElement);
        if (elements.Count > 1)
        {
            Unsupported("RETURNING may hold one element only");
        }

        return elements[0];
    }

    /// <summary>The clauses of PartiQL that the service has not.</summary>
    protected void RejectClauses()
    {
        foreach (var clause in (ReadOnlySpan<string>)["let", "group", "having", "limit"])
        {
            if (IsKeyword(clause))
            {
                throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedClause(clause == "group" ? "GROUP BY" : clause.ToUpperInvariant()));
            }
        }
    }

    protected void RejectAliases()
    {
        foreach (var keyword in (ReadOnlySpan<string>)["as", "at", "by"])
        {
            var isThere = TryTakeKeyword(keyword);
            if (isThere && !IsName(Current))
            {
                throw PartiQlErrors.NotWellFormed($"Expected identifier for {keyword.ToUpperInvariant()}-alias");
            }

            if (!isThere && (keyword != "as" || !IsName(Current)))
            {
                continue;
            }

            Unsupported(PartiQlErrors.Aliasing);
            _ = TakeName();
        }
    }

    private PartiQlSource ToSource(AttributePath path, PartiQlPosition position)
    {
        if (path.Root.Length == 0 || path.Elements.Any(static element => element.Name is { Length: 0 }))
        {
            Unsupported(PartiQlErrors.EmptyPathComponent);
        }

        if (path.Elements.Count == 0)
        {
            return new(path.Root);
        }

        if (path.Elements.Count > 1)
        {
            Unsupported(PartiQlErrors.TooManySourceComponents);
        }

        if (path.Elements[0].Name is { } index)
        {
            return new(path.Root, index);
        }

        Unsupported(PartiQlErrors.UnexpectedPathComponent(position));
        return new(path.Root);
    }

    private PartiQlReturning ParseReturningElement()
    {
        var isModified = IsKeyword("modified");
        var isOld = Next is { Kind: PartiQlTokenKind.Keyword, Word: "old" };
        if ((!isModified && !IsKeyword("all")) || (!isOld && Next is not { Kind: PartiQlTokenKind.Keyword, Word: "new" }))
        {
            throw PartiQlErrors.NotWellFormed("Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.");
        }

        Advance();
        Advance();
        if (!TryTake(PartiQlTokenKind.Star))
        {
            if (ParseExpression() is not (PartiQlExpression.Attribute or PartiQlExpression.Literal))
            {
                throw PartiQlErrors.NotWellFormed("Unsupported syntax in RETURNING columns.");
            }

            Unsupported("RETURNING returns whole items: only * may follow");
        }

        return isModified
            ? isOld ? PartiQlReturning.ModifiedOld : PartiQlReturning.ModifiedNew
            : isOld ? PartiQlReturning.AllOld : PartiQlReturning.AllNew;
    }
}

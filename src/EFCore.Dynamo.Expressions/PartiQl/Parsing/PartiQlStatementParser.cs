using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The statements of the service's dialect: SELECT, INSERT, UPDATE, DELETE, and EXISTS in transactions.</summary>
internal sealed class PartiQlStatementParser : PartiQlExpressionParser
{
    private PartiQlStatementParser(string text)
        : base(text)
    {
    }

    /// <param name="text">The statement.</param>
    /// <param name="parameterCount">How many <c>?</c> it has.</param>
    public static PartiQlNode Parse(string text, out int parameterCount)
    {
        var parser = new PartiQlStatementParser(text);
        var statement = parser.ParseStatement();
        parser.Complete();
        parameterCount = parser.ParameterCount;
        return statement;
    }

    private PartiQlNode ParseStatement()
    {
        if (TryTakeKeyword("select"))
        {
            return ParseSelect();
        }

        if (TryTakeKeyword("update"))
        {
            return ParseUpdate();
        }

        if (TryTakeKeyword("delete"))
        {
            return ParseDelete();
        }

        if (IsKeywords("insert", "into"))
        {
            return ParseInsert();
        }

        if (TryTakeKeyword("from"))
        {
            return ParseFromUpdate();
        }

        if (IsKeyword("set") || IsKeyword("remove"))
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.UnexpectedKeyword);
        }

        if (IsKeyword("exists") && Next.Kind == PartiQlTokenKind.LeftParenthesis)
        {
            return ParseExists();
        }

        ParseExpression();
        Unsupported("The statement must be a SELECT, INSERT, UPDATE or DELETE");
        Complete();
        throw new System.Diagnostics.UnreachableException("Complete throws what is not supported.");
    }

    private PartiQlNode.Exists ParseExists()
    {
        Advance();
        Advance();
        if (!TryTakeKeyword("select"))
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.UnexpectedTerm);
        }

        var select = ParseSelect();
        Expect(PartiQlTokenKind.RightParenthesis);
        return new(select);
    }

    private PartiQlNode.Select ParseSelect()
    {
        if (TryTakeKeyword("distinct"))
        {
            Unsupported(PartiQlErrors.UnsupportedClause("DISTINCT"));
        }
        else if (!TryTakeKeyword("all") && TryTakeKeyword("value"))
        {
            Unsupported(PartiQlErrors.UnsupportedClause("VALUE"));
        }

        var projection = ParseSelectList();
        if (!TryTakeKeyword("from"))
        {
            throw PartiQlErrors.NotWellFormed("Expected FROM after SELECT list");
        }

        var source = ParseFromSource();
        var where = TryTakeKeyword("where") ? ParseExpression(Infix.Clause) : null;
        var orderBy = ParseOrderBy();
        RejectClauses();
        return new(source, projection, where, orderBy);
    }

    /// <summary>What is selected; null for <c>*</c>.</summary>
    private SyntaxList<PartiQlExpression>? ParseSelectList()
    {
        var hasStar = false;
        var elements = ParseList(() =>
        {
            if (TryTake(PartiQlTokenKind.Star))
            {
                hasStar = true;
                return null;
            }

            var expression = ParseExpression();
            RejectAliases();
            return expression;
        });
        if (hasStar && elements.Count > 1)
        {
            throw PartiQlErrors.NotWellFormed("Other expressions may not be present in the select list when '*' is used without dot notation.");
        }

        return hasStar ? null : [.. elements.OfType<PartiQlExpression>()];
    }

    private PartiQlSource ParseFromSource()
    {
        var source = ParseExpression(Infix.Clause);
        RejectAliases();
        if (Current.Kind == PartiQlTokenKind.Comma || IsKeyword("join") || IsKeyword("cross") || IsKeyword("inner") || IsKeyword("left") || IsKeyword("right") || IsKeyword("full") || IsKeyword("outer"))
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

    /// <summary>The table of an INSERT, UPDATE or DELETE, which have no business with an index.</summary>
    /// <param name="withIndex">What the service says where there is more than a table's name.</param>
    private PartiQlSource ParseTarget(string withIndex)
    {
        var position = Current.Position;
        return ToTarget(ToSource(ParseSimplePath(), position), withIndex);
    }

    private PartiQlSource ToTarget(PartiQlSource source, string withIndex)
    {
        if (source.IndexName is null)
        {
            return source;
        }

        Unsupported(withIndex);
        return new(source.TableName);
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

    private SyntaxList<PartiQlOrdering> ParseOrderBy()
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

    /// <summary>The clauses of PartiQL that the service has not.</summary>
    private void RejectClauses()
    {
        foreach (var clause in (ReadOnlySpan<string>)["let", "group", "having", "limit"])
        {
            if (IsKeyword(clause))
            {
                throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedClause(clause == "group" ? "GROUP BY" : clause.ToUpperInvariant()));
            }
        }
    }

    private void RejectAliases()
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

    private PartiQlNode.Insert ParseInsert()
    {
        Advance();
        Advance();
        var source = ParseTarget(PartiQlErrors.InsertIntoIndex);
        if (!TryTakeKeyword("value"))
        {
            if (TryTakeKeyword("values"))
            {
                ParseList(() => ParseExpression());
            }
            else
            {
                ParseExpression();
            }

            Unsupported(PartiQlErrors.InsertOfSeveral);
            return new(source, new PartiQlExpression.Tuple([]));
        }

        var value = ParseExpression();
        if (IsKeyword("at"))
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedClause("AT"));
        }

        if (IsKeywords("on", "conflict"))
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedClause("ON CONFLICT"));
        }

        return new(source, value);
    }

    private PartiQlNode.Update ParseUpdate()
    {
        var source = ParseTarget(PartiQlErrors.WriteToIndex);
        RejectAliases();
        var actions = ParseActions();
        return new(source, actions, ParseWhere(), ParseReturning());
    }

    /// <summary><c>FROM table WHERE condition SET path = value</c>: the same update, said the other way round.</summary>
    private PartiQlNode.Update ParseFromUpdate()
    {
        var source = ToTarget(ParseFromSource(), PartiQlErrors.WriteToIndex);
        var where = ParseWhere();
        var actions = ParseActions();
        return new(source, actions, where, ParseReturning());
    }

    private SyntaxList<PartiQlUpdateAction> ParseActions()
    {
        var actions = new List<PartiQlUpdateAction>();
        while (true)
        {
            if (TryTakeKeyword("set"))
            {
                actions.AddRange(ParseList(ParseAssignment));
            }
            else if (TryTakeKeyword("remove"))
            {
                actions.Add(new PartiQlUpdateAction.Remove(ParseSimplePath()));
            }
            else if (IsKeywords("insert", "into"))
            {
                throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedClause("INSERT INTO"));
            }
            else
            {
                break;
            }
        }

        if (actions.Count == 0)
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.MissingDataManipulation);
        }

        return [.. actions];
    }

    private PartiQlUpdateAction.Set ParseAssignment()
    {
        var path = ParseSimplePath();
        if (Current.Kind != PartiQlTokenKind.Operator || Current.Word != "=")
        {
            throw PartiQlErrors.NotWellFormed("Expected '='");
        }

        Advance();
        return new(path, ParseExpression());
    }

    private PartiQlNode.Delete ParseDelete()
    {
        if (!TryTakeKeyword("from"))
        {
            throw PartiQlErrors.NotWellFormed("Expected FROM after DELETE");
        }

        var source = ParseTarget(PartiQlErrors.WriteToIndex);
        RejectAliases();
        return new(source, ParseWhere(), ParseReturning());
    }

    private PartiQlExpression? ParseWhere() => TryTakeKeyword("where") ? ParseExpression() : null;

    private PartiQlReturning ParseReturning()
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

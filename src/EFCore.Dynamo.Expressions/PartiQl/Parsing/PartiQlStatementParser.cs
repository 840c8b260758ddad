using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The statements of the service's dialect: SELECT, INSERT, UPDATE, DELETE, and EXISTS in transactions.</summary>
internal sealed class PartiQlStatementParser : PartiQlClauseParser
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
}

using System.Text;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>Syntax tree to text: parsing the text gives an equal tree. All names are quoted.</summary>
internal static class PartiQlWriter
{
    /// <summary>A whole statement.</summary>
    public static string Write(PartiQlNode statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = new StringBuilder();
        Append(text, statement);
        return text.ToString();
    }

    /// <summary>A clause of its own, with a blank in front; nothing for <see cref="PartiQlReturning.None" />.</summary>
    public static string Write(PartiQlReturning returning)
        => returning switch
        {
            PartiQlReturning.AllOld => " RETURNING ALL OLD *",
            PartiQlReturning.ModifiedOld => " RETURNING MODIFIED OLD *",
            PartiQlReturning.AllNew => " RETURNING ALL NEW *",
            PartiQlReturning.ModifiedNew => " RETURNING MODIFIED NEW *",
            _ => string.Empty,
        };

    private static void Append(StringBuilder text, PartiQlNode statement)
    {
        switch (statement)
        {
            case SelectNode select:
                AppendSelect(text, select);
                break;
            case ExistsNode exists:
                _ = text.Append("EXISTS(");
                AppendSelect(text, exists.Select);
                _ = text.Append(')');
                break;
            case InsertNode insert:
                _ = text.Append("INSERT INTO ");
                AppendSource(text, insert.Source);
                _ = text.Append(" VALUE ");
                PartiQlExpressionWriter.Append(text, insert.Value);
                break;
            case UpdateStatementNode update:
                AppendUpdate(text, update);
                break;
            case DeleteNode delete:
                _ = text.Append("DELETE FROM ");
                AppendSource(text, delete.Source);
                AppendWhere(text, delete.Where);
                AppendReturning(text, delete.Returning);
                break;
        }
    }

    private static void AppendSelect(StringBuilder text, SelectNode select)
    {
        _ = text.Append("SELECT ");
        if (select.Projection is { } projection)
        {
            PartiQlExpressionWriter.AppendList(text, projection, PartiQlExpressionWriter.Append);
        }
        else
        {
            _ = text.Append('*');
        }

        _ = text.Append(" FROM ");
        AppendSource(text, select.Source);
        AppendWhere(text, select.Where);
        if (select.OrderBy.Count == 0)
        {
            return;
        }

        _ = text.Append(" ORDER BY ");
        PartiQlExpressionWriter.AppendList(text, select.OrderBy, static (builder, term) =>
        {
            PartiQlExpressionWriter.Append(builder, term.Path);
            _ = builder.Append(term.IsDescending ? " DESC" : " ASC");
        });
    }

    private static void AppendUpdate(StringBuilder text, UpdateStatementNode update)
    {
        _ = text.Append("UPDATE ");
        AppendSource(text, update.Source);
        foreach (var action in update.Actions.AsSpan())
        {
            _ = text.Append(action.Value is null ? " REMOVE " : " SET ");
            PartiQlExpressionWriter.Append(text, action.Path);
            if (action.Value is null)
            {
                continue;
            }

            _ = text.Append(" = ");
            PartiQlExpressionWriter.Append(text, action.Value);
        }

        AppendWhere(text, update.Where);
        AppendReturning(text, update.Returning);
    }

    private static void AppendSource(StringBuilder text, PartiQlSource source)
    {
        PartiQlExpressionWriter.AppendName(text, source.TableName);
        if (source.IndexName is not { } index)
        {
            return;
        }

        _ = text.Append('.');
        PartiQlExpressionWriter.AppendName(text, index);
    }

    private static void AppendWhere(StringBuilder text, PartiQlExpression? where)
    {
        if (where is null)
        {
            return;
        }

        _ = text.Append(" WHERE ");
        PartiQlExpressionWriter.Append(text, where);
    }

    private static void AppendReturning(StringBuilder text, PartiQlReturning returning) => text.Append(Write(returning));
}

using System.Diagnostics;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>Syntax tree to text: parsing the text gives an equal tree. All names are quoted.</summary>
internal sealed class PartiQlWriter : PartiQlNode.IVisitor<PartiQlText>, PartiQlUpdateAction.IVisitor<PartiQlText>
{
    private readonly PartiQlText _text = new();

    private PartiQlWriter()
    {
    }

    /// <summary>A whole statement.</summary>
    public static string Write(PartiQlNode statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Accept(new PartiQlWriter()).ToString();
    }

    /// <summary>A clause of its own, with a blank in front; nothing for <see cref="PartiQlReturning.None" />.</summary>
    public static string Write(PartiQlReturning returning)
        => returning switch
        {
            PartiQlReturning.None => string.Empty,
            PartiQlReturning.AllOld => " RETURNING ALL OLD *",
            PartiQlReturning.ModifiedOld => " RETURNING MODIFIED OLD *",
            PartiQlReturning.AllNew => " RETURNING ALL NEW *",
            PartiQlReturning.ModifiedNew => " RETURNING MODIFIED NEW *",
            _ => throw new UnreachableException($"{returning} is no clause."),
        };

    public PartiQlText Visit(PartiQlNode.Select select)
    {
        _ = _text.Append("SELECT ");
        if (select.Projection is { } projection)
        {
            _text.AppendList(projection, _text.Append);
        }
        else
        {
            _ = _text.Append("*");
        }

        _ = _text.Append(" FROM ");
        AppendSource(select.Source);
        AppendWhere(select.Where);
        if (select.OrderBy.Count == 0)
        {
            return _text;
        }

        _ = _text.Append(" ORDER BY ");
        _text.AppendList(select.OrderBy, term =>
        {
            _text.Append(term.Path);
            _ = _text.Append(term.IsDescending ? " DESC" : " ASC");
        });
        return _text;
    }

    public PartiQlText Visit(PartiQlNode.Exists exists)
    {
        _ = _text.Append("EXISTS(");
        return exists.Query.Accept(this).Append(")");
    }

    public PartiQlText Visit(PartiQlNode.Insert insert)
    {
        _ = _text.Append("INSERT INTO ");
        AppendSource(insert.Source);
        _text.Append(" VALUE ").Append(insert.Value);
        return _text;
    }

    public PartiQlText Visit(PartiQlNode.Update update)
    {
        _ = _text.Append("UPDATE ");
        AppendSource(update.Source);
        foreach (var action in update.Actions.AsSpan())
        {
            _ = action.Accept(this);
        }

        AppendWhere(update.Where);
        return _text.Append(Write(update.Returning));
    }

    public PartiQlText Visit(PartiQlNode.Delete delete)
    {
        _ = _text.Append("DELETE FROM ");
        AppendSource(delete.Source);
        AppendWhere(delete.Where);
        return _text.Append(Write(delete.Returning));
    }

    public PartiQlText Visit(PartiQlUpdateAction.Set set)
    {
        _text.Append(" SET ").Append(set.Path);
        _text.Append(" = ").Append(set.Value);
        return _text;
    }

    public PartiQlText Visit(PartiQlUpdateAction.Remove remove)
    {
        _text.Append(" REMOVE ").Append(remove.Path);
        return _text;
    }

    private void AppendSource(PartiQlSource source)
    {
        _text.AppendName(source.TableName);
        if (source.IndexName is { } index)
        {
            _text.Append(".").AppendName(index);
        }
    }

    private void AppendWhere(PartiQlExpression? where)
    {
        if (where is not null)
        {
            _text.Append(" WHERE ").Append(where);
        }
    }
}

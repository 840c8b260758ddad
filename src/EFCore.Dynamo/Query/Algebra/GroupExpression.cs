using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A group of a <c>GroupBy</c>: its key, and the results of its rows.</summary>
internal sealed class GroupExpression : Expression
{
    private readonly Type _type;

    /// <summary>Names a group.</summary>
    /// <param name="key">The key, a row expression over the group's row.</param>
    /// <param name="elements">The elements, a sequence in the group's row.</param>
    /// <param name="type">The <see cref="IGrouping{TKey, TElement}" />.</param>
    public GroupExpression(Expression key, Expression elements, Type type)
    {
        Key = key;
        Elements = elements;
        _type = type;
    }

    /// <summary>The key, a row expression over the group's row.</summary>
    public Expression Key { get; }

    /// <summary>The elements, a sequence in the group's row.</summary>
    public Expression Elements { get; }

    /// <inheritdoc />
    public override Type Type
        => _type;

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
    {
        var key = visitor.Visit(Key);
        var elements = visitor.Visit(Elements);
        return key == Key && elements == Elements ? this : new GroupExpression(key, elements, _type);
    }
}

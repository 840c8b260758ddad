using System.Collections.Immutable;
using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary><c>ExecuteUpdate</c> or <c>ExecuteDelete</c>, as data: which items, and what becomes of each.</summary>
/// <param name="source">The items, those of the first source of the query.</param>
/// <param name="setters">What is written to each; none for a delete.</param>
internal sealed class BulkWriteExpression(DynamoQueryExpression source, ImmutableArray<AttributeSetter> setters) : Expression
{
    /// <summary>The items, those of the first source of the query.</summary>
    public DynamoQueryExpression Source { get; } = source;

    /// <summary>What is written to each, no path twice; none for a delete.</summary>
    public ImmutableArray<AttributeSetter> Setters { get; } = setters;

    /// <summary>Whether the items are deleted.</summary>
    public bool IsDelete
        => Setters.IsEmpty;

    /// <summary>The number of items written.</summary>
    public override Type Type
        => typeof(int);

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <summary>The same for the items of another query.</summary>
    public BulkWriteExpression WithSource(DynamoQueryExpression changed)
        => new(changed, Setters);

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}

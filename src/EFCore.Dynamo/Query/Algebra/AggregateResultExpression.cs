using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The shaper of a query that ends in a <see cref="QueryAggregate" />: the aggregate's value.</summary>
internal sealed class AggregateResultExpression : Expression
{
    private readonly Type _type;

    /// <summary>Names the result.</summary>
    public AggregateResultExpression(Type type)
        => _type = type;

    /// <inheritdoc />
    public override Type Type
        => _type;

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}

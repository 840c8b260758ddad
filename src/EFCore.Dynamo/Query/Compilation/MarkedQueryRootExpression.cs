using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>A source that has markers of its own: it is in a subquery, or on the further side of a join.</summary>
/// <param name="entityType">What it has.</param>
/// <param name="options">What its markers ask for.</param>
internal sealed class MarkedQueryRootExpression(IEntityType entityType, QueryOptions options) : EntityQueryRootExpression(entityType)
{
    /// <summary>What its markers ask for.</summary>
    public QueryOptions Options
        => options;

    /// <inheritdoc />
    public override Expression DetachQueryProvider()
        => this;

    /// <inheritdoc />
    public override EntityQueryRootExpression UpdateEntityType(IEntityType entityType)
        => new MarkedQueryRootExpression(entityType, options);

    /// <inheritdoc />
    public override bool Equals(object? obj)
        => obj is MarkedQueryRootExpression other && base.Equals(other) && options == other.Options;

    /// <inheritdoc />
    public override int GetHashCode()
        => HashCode.Combine(base.GetHashCode(), options);
}

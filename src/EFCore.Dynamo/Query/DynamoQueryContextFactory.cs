using EFCore.Dynamo.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query;

/// <inheritdoc />
internal sealed class DynamoQueryContextFactory(QueryContextDependencies dependencies, IDynamoClientSource clientSource) : IQueryContextFactory
{
    /// <inheritdoc />
    public QueryContext Create()
        => new DynamoQueryContext(dependencies, clientSource);
}

using EFCore.Dynamo.Clients;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <inheritdoc />
internal sealed class DynamoQueryContextFactory(QueryContextDependencies dependencies, IDynamoClientSource clientSource) : IQueryContextFactory
{
    /// <inheritdoc />
    public QueryContext Create()
        => new DynamoQueryContext(dependencies, clientSource);
}

using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <inheritdoc />
internal sealed class DynamoQueryCompilationContextFactory(QueryCompilationContextDependencies dependencies) : IQueryCompilationContextFactory
{
    /// <inheritdoc />
    public QueryCompilationContext Create(bool async)
        => new DynamoQueryCompilationContext(dependencies, async);
}

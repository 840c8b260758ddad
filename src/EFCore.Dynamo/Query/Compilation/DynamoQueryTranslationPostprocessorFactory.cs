using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <inheritdoc />
internal sealed class DynamoQueryTranslationPostprocessorFactory(QueryTranslationPostprocessorDependencies dependencies) : IQueryTranslationPostprocessorFactory
{
    /// <inheritdoc />
    public QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext)
        => new DynamoQueryTranslationPostprocessor(dependencies, (DynamoQueryCompilationContext)queryCompilationContext);
}

using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <inheritdoc />
internal sealed class DynamoQueryTranslationPreprocessorFactory(QueryTranslationPreprocessorDependencies dependencies) : IQueryTranslationPreprocessorFactory
{
    /// <inheritdoc />
    public QueryTranslationPreprocessor Create(QueryCompilationContext queryCompilationContext)
        => new DynamoQueryTranslationPreprocessor(dependencies, (DynamoQueryCompilationContext)queryCompilationContext);
}

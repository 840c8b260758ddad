using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation;

/// <inheritdoc />
internal sealed class DynamoQueryTranslationPostprocessorFactory(QueryTranslationPostprocessorDependencies dependencies) : IQueryTranslationPostprocessorFactory
{
    /// <inheritdoc />
    public QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext)
        => new DynamoQueryTranslationPostprocessor(dependencies, (DynamoQueryCompilationContext)queryCompilationContext);
}

using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Compilation;

/// <inheritdoc />
internal sealed class DynamoQueryTranslationPostprocessorFactory(
    QueryTranslationPostprocessorDependencies dependencies, ITypeMappingSource typeMappingSource) : IQueryTranslationPostprocessorFactory
{
    /// <inheritdoc />
    public QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext)
        => new DynamoQueryTranslationPostprocessor(dependencies, (DynamoQueryCompilationContext)queryCompilationContext, typeMappingSource);
}

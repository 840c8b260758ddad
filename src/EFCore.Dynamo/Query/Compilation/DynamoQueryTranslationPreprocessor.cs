using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>Takes the provider's marker methods out of the tree before EF expands it, and names what EF would take for something else.</summary>
internal sealed class DynamoQueryTranslationPreprocessor(
    QueryTranslationPreprocessorDependencies dependencies, DynamoQueryCompilationContext queryCompilationContext)
    : QueryTranslationPreprocessor(dependencies, queryCompilationContext)
{
    /// <inheritdoc />
    public override Expression Process(Expression query)
        => base.Process(new CollectionChangeMarker().Visit(new QueryMarkerExtractor(queryCompilationContext).Visit(query)));
}

using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>Completes the translated query: which attributes it reads, and what its marker methods asked for.</summary>
internal sealed class DynamoQueryTranslationPostprocessor(
    QueryTranslationPostprocessorDependencies dependencies, DynamoQueryCompilationContext queryCompilationContext, ITypeMappingSource typeMappingSource)
    : QueryTranslationPostprocessor(dependencies, queryCompilationContext)
{
    /// <inheritdoc />
    public override Expression Process(Expression query)
        => base.Process(query) switch
        {
            ShapedQueryExpression { QueryExpression: DynamoQueryExpression } shapedQuery
                => Complete(new GroupAggregateExtractor(queryCompilationContext, typeMappingSource).Process(shapedQuery)),
            BulkWriteExpression write => write.WithSource(AddOptions(write.Source, queryCompilationContext.Options)),
            _ => query,
        };

    private ShapedQueryExpression Complete(ShapedQueryExpression shapedQuery)
    {
        var query = (DynamoQueryExpression)shapedQuery.QueryExpression; // the caller looked
        return shapedQuery.UpdateQueryExpression(
            AddOptions(query, queryCompilationContext.Options).WithProjection(ProjectionCollector.Collect(query, shapedQuery.ShaperExpression)));
    }

    // A marker of the query holds for all of its sources, whose own say more. A source's own bound is one within that of the query, which counts for all.
    private static DynamoQueryExpression AddOptions(DynamoQueryExpression query, QueryOptions options)
        => query.WithOptions(options)
            .WithClientOperators([.. query.ClientOperators.Select(o => o.MapOtherSource(other => AddOptions(other, new QueryOptions
            {
                AllowScan = options.AllowScan || other.Options.AllowScan,
                ConsistentRead = options.ConsistentRead || other.Options.ConsistentRead,
                MaxItemsRead = other.Options.MaxItemsRead,
            })))]);
}

using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>Completes the translated query: which attributes it reads, and what its marker methods asked for.</summary>
internal sealed class DynamoQueryTranslationPostprocessor(
    QueryTranslationPostprocessorDependencies dependencies, DynamoQueryCompilationContext queryCompilationContext)
    : QueryTranslationPostprocessor(dependencies, queryCompilationContext)
{
    /// <inheritdoc />
    public override Expression Process(Expression query)
        => base.Process(query) switch
        {
            ShapedQueryExpression { QueryExpression: DynamoQueryExpression dynamoQuery } shapedQuery => shapedQuery.UpdateQueryExpression(
                AddOptions(dynamoQuery, queryCompilationContext.Options)
                    .WithProjection(ProjectionCollector.Collect(dynamoQuery, shapedQuery.ShaperExpression))),
            BulkWriteExpression write => write.WithSource(AddOptions(write.Source, queryCompilationContext.Options)),
            _ => query,
        };

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

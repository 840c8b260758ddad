using EFCore.Dynamo.Query.Planning.Requests;
using EFCore.Dynamo.Query.Planning;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>Chooses how the requests of a plan are sent.</summary>
internal static class PageSourceFactory
{
    /// <summary>The source of a plan that is bound to its values.</summary>
    public static PageSource Create(DynamoQueryContext context, BoundAccess bound, AccessPlan plan, ReadBudget budget)
    {
        var sender = new PlannedRequestSender(context, plan);
        return bound.Operation switch
        {
            AccessOperation.Empty => new EmptySource(budget),
            AccessOperation.GetItem => new GetItemSource(sender, bound.GetItem, budget),
            AccessOperation.BatchGetItem => new BatchGetItemSource(sender, bound.Batches, budget),
            AccessOperation.Query when bound.IsSingleQuery => new QuerySource(sender, bound.Query, budget),
            AccessOperation.Query => new ParallelQuerySource(sender, bound.Queries, budget),
            AccessOperation.Scan => new ScanSource(sender, bound.Scan, budget),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

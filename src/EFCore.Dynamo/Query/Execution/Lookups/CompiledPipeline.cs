using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Lookups, each with the steps before it, that rows go through before the last steps of a query.</summary>
internal sealed class CompiledPipeline(IReadOnlyList<(IRowStageFactory[] Stages, CompiledLookup Lookup)> parts)
{
    /// <summary>Rows stay as they are.</summary>
    public static readonly CompiledPipeline Empty = new([]);

    /// <summary>Whether there is no lookup.</summary>
    public bool IsEmpty
        => parts.Count == 0;

    /// <summary>The source of one execution's joined rows.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="source">The rows of the first source.</param>
    /// <param name="budget">What all sources of the execution may read together.</param>
    public PageSource Apply(DynamoQueryContext context, PageSource source, ReadBudget budget)
    {
        foreach (var (stages, lookup) in parts)
        {
            source = new LookupSource(context, stages.Length == 0 ? source : new StagedSource(context, source, stages, budget), lookup, budget);
        }

        return source;
    }
}

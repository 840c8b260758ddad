using EFCore.Dynamo.Query.Execution.Sources;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>What rows go through before the last stages of a query.</summary>
internal sealed class CompiledPipeline(IReadOnlyList<PipelinePart> parts)
{
    /// <summary>Rows stay as they are.</summary>
    public static readonly CompiledPipeline Empty = new([]);

    /// <summary>Whether there is no further source.</summary>
    public bool IsEmpty
        => parts.Count == 0;

    /// <summary>The rows of one execution.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="source">The rows of the first source.</param>
    /// <param name="budget">What all sources of the execution may read together.</param>
    public PageSource Apply(DynamoQueryContext context, PageSource source, ReadBudget budget)
    {
        foreach (var (stages, step) in parts)
        {
            source = step.Apply(context, stages.Length == 0 ? source : new StagedSource(context, source, stages, budget), budget);
        }

        return source;
    }
}

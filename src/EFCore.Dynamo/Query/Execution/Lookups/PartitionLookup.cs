using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Lookups of items that the read of the rows brings with them; shared by the executions of a query.</summary>
/// <param name="stages">What makes rows of the items.</param>
/// <param name="lookups">What is looked up among the items for each row.</param>
internal sealed class PartitionLookup(IRowStageFactory[] stages, IReadOnlyList<CompiledLookup> lookups) : IPipelineStep
{
    /// <summary>The same with one more.</summary>
    public PartitionLookup Add(CompiledLookup lookup)
        => new(stages, [.. lookups, lookup]);

    /// <inheritdoc />
    public PageSource Apply(DynamoQueryContext context, PageSource source, ReadBudget budget)
    {
        var partition = new PartitionSource(source, budget);
        PageSource rows = stages.Length == 0 ? partition : new StagedSource(context, partition, stages, budget);
        foreach (var lookup in lookups)
        {
            rows = new LookupSource(context, rows, lookup, budget, partition);
        }

        return rows;
    }
}

using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Planning;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>A lookup of a compiled query; shared by its executions.</summary>
internal sealed class CompiledLookup : IPipelineStep
{
    /// <summary>The attribute of the joined row.</summary>
    public required AttributeName SlotName { get; init; }

    /// <summary>What a row becomes of what is found.</summary>
    public required LookupKind Kind { get; init; }

    /// <summary>How the items are read.</summary>
    public required SourcePlan Plan { get; init; }

    /// <summary>The most items that the source may read of itself; null for no bound of its own.</summary>
    public required int? MaxItemsRead { get; init; }

    /// <summary>The parameters of <see cref="Plan" /> that have the key.</summary>
    public required string[] ParameterNames { get; init; }

    /// <summary>Read the key from the row so far, null where it has none.</summary>
    public required Func<QueryContext, Item, object?>[] OuterKeys { get; init; }

    /// <summary>Read the key from an item that was found.</summary>
    public required Func<QueryContext, Item, object?>[] InnerKeys { get; init; }

    /// <summary>Which items of the partition are looked up at all; nothing where the lookup reads them itself.</summary>
    public required IRowStageFactory[] Filters { get; init; }

    /// <summary>Write what the items that are found for a row take along of it.</summary>
    public required SlotWriter[] Carried { get; init; }

    /// <summary>Whether the items are read once, and go through all steps together.</summary>
    public required bool IsOneForAll { get; init; }

    /// <summary>The steps that wait for a further source, for the items of all values together, with what runs on those of each value before them.</summary>
    public required IReadOnlyList<PipelinePart> Parts { get; init; }

    /// <summary>What runs on the items of each value at last.</summary>
    public required IRowStageFactory[] LastStages { get; init; }

    /// <summary>The parameter that has what is <see cref="Carried" /> while the stages run.</summary>
    public string CarriedParameter
        => CarryStage.ParameterOf(SlotName);

    /// <inheritdoc />
    public PageSource Apply(DynamoQueryContext context, PageSource source, ReadBudget budget)
        => new LookupSource(context, source, this, budget);
}

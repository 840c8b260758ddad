using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Query.Execution.Lookups;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Planning;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>What all executions of a query share, except the shape of its result.</summary>
internal abstract class CompiledQuery
{
    /// <summary>What will be read.</summary>
    public required AccessPlan Plan { get; init; }

    /// <summary>The same query with the plan for an execution that asks an index for null; null where the plan has no such other.</summary>
    public CompiledQuery? WhereKeyIsNull { get; init; }

    /// <summary>The lookups, with the client operators before each.</summary>
    public required CompiledPipeline Pipeline { get; init; }

    /// <summary>The client operators behind the last lookup, in order.</summary>
    public required IRowStageFactory[] Stages { get; init; }

    /// <summary>Whether a client operator keeps rows of earlier pages.</summary>
    public bool KeepsRows
        => Array.Exists(Stages, s => s.KeepsRows);

    /// <summary>The rows of one execution, before <see cref="Stages" />.</summary>
    public PageSource CreateSource(DynamoQueryContext context)
    {
        var budget = new ReadBudget(MaxItemsRead, Plan);
        return Pipeline.Apply(context, PageSourceFactory.Create(context, Plan.Bind(context.Parameters), Plan, budget), budget);
    }

    /// <summary>The query as it is executed with these values.</summary>
    public static TQuery Choose<TQuery>(TQuery query, DynamoQueryContext context)
        where TQuery : CompiledQuery
        => query.WhereKeyIsNull is TQuery other && query.Plan.Choose(context.Parameters) == other.Plan ? other : query;

    /// <summary>The context's type, for log events.</summary>
    public required Type ContextType { get; init; }

    /// <summary>The query's tags, printed before its plan.</summary>
    public required IReadOnlyCollection<string> Tags { get; init; }

    /// <summary>What a scan may do.</summary>
    public required ScanBehavior ScanBehavior { get; init; }

    /// <summary>The most items to read; null for no bound.</summary>
    public required int? MaxItemsRead { get; init; }

    /// <summary>Whether entities are looked up and tracked at all.</summary>
    public required bool UsesStateManager { get; init; }

    /// <summary>Whether entities are tracked for this query alone, to be one object each.</summary>
    public required bool HasStandAloneStateManager { get; init; }

    /// <summary>Whether use of the context by two threads at once is detected.</summary>
    public required bool AreThreadSafetyChecksEnabled { get; init; }
}

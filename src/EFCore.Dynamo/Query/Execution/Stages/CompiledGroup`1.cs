using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>How a query groups; shared by its executions.</summary>
/// <typeparam name="TKey">What makes rows one group; not nullable.</typeparam>
internal sealed class CompiledGroup<TKey> : IRowStageFactory
    where TKey : notnull
{
    /// <summary>Reads the key.</summary>
    public required Func<QueryContext, Item, TKey> Key { get; init; }

    /// <summary>How keys are compared; null for their own equality.</summary>
    public required IEqualityComparer<TKey>? Comparer { get; init; }

    /// <summary>Write what the group's row has of its first row.</summary>
    public required SlotWriter[] KeyWriters { get; init; }

    /// <summary>The attribute for the list of the rows.</summary>
    public required AttributeName ElementsName { get; init; }

    /// <inheritdoc />
    public bool KeepsRows
        => true;

    /// <inheritdoc />
    public RowStage Create(QueryContext context, RowStage next)
        => new GroupStage<TKey>(context, this, next);
}

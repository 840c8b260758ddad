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

    /// <summary>How keys are compared.</summary>
    public required IEqualityComparer<TKey> Comparer { get; init; }

    /// <summary>Write what the group's row has of its first row.</summary>
    public required SlotWriter[] KeyWriters { get; init; }

    /// <summary>Create what is computed of the rows.</summary>
    public required Func<QueryContext, GroupAccumulator>[] Accumulators { get; init; }

    /// <summary>Writes the list of the rows; null where there is none.</summary>
    public required GroupListWriter? List { get; init; }

    /// <summary>Whether a group is complete when the next begins.</summary>
    public required bool IsStreaming { get; init; }

    /// <inheritdoc />
    public bool KeepsRows
        => List is not null && !IsStreaming;

    /// <inheritdoc />
    public RowStage Create(QueryContext context, RowStage next)
        => IsStreaming ? new GroupStreamStage<TKey>(context, this, next) : new GroupStage<TKey>(context, this, next);

    /// <summary>A group that begins with a row.</summary>
    public RowGroup Begin(QueryContext context, Item first)
    {
        using var lease = ItemBuilder.Lease();
        foreach (var writer in KeyWriters)
        {
            writer.Write(context, first, lease.Builder);
        }

        return new RowGroup(lease.Builder.Build(), Array.ConvertAll(Accumulators, create => create(context)), List, keepsMemory: IsStreaming);
    }
}

using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>One value of a group, computed as that of a query is.</summary>
/// <param name="context">The execution.</param>
/// <param name="condition">Which rows count; null for all.</param>
/// <param name="stage">Computes the value.</param>
/// <param name="write">Writes the value's slot.</param>
internal sealed class GroupAccumulator<TResult>(
    QueryContext context, Func<QueryContext, Item, bool>? condition, AggregateStage<TResult> stage, Action<ItemBuilder, TResult> write) : GroupAccumulator
{
    /// <inheritdoc />
    public override void Add(Item row)
    {
        if (!stage.IsDone && (condition is null || condition(context, row)))
        {
            stage.Push(row);
        }
    }

    /// <inheritdoc />
    public override void Write(ItemBuilder builder)
        => write(builder, stage.Result);
}

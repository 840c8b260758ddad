using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Makes one row of all rows with the same key, in the order of their first ones.</summary>
internal sealed class GroupStage<TKey>(QueryContext context, CompiledGroup<TKey> group, RowStage next) : RowStage(next)
    where TKey : notnull
{
    private readonly Dictionary<TKey, RowGroup> _groups = new(group.Comparer);
    private readonly List<RowGroup> _inOrder = [];

    /// <inheritdoc />
    public override void Push(Item row)
    {
        var key = group.Key(context, row);
        if (!_groups.TryGetValue(key, out var rows))
        {
            _groups.Add(key, rows = group.Begin(context, row));
            _inOrder.Add(rows);
        }

        rows.Add(row);
    }

    /// <inheritdoc />
    public override void Complete()
    {
        foreach (var rows in _inOrder)
        {
            if (Next.IsDone)
            {
                break;
            }

            Next.Push(rows.CreateRow());
        }

        Next.Complete();
    }
}

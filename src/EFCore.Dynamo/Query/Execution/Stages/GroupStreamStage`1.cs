using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Makes one row of all rows with the same key, which come one after another: a group goes on when the next begins.</summary>
internal sealed class GroupStreamStage<TKey>(QueryContext context, CompiledGroup<TKey> group, RowStage next) : RowStage(next)
    where TKey : notnull
{
    private TKey? _key;
    private RowGroup? _rows;

    /// <inheritdoc />
    public override void Push(Item row)
    {
        var key = group.Key(context, row);
        if (_rows is not null && !group.Comparer.Equals(key, _key))
        {
            PushNext(_rows.CreateRow());
            _rows = null;
        }

        _rows ??= group.Begin(context, row);
        _key = key;
        _rows.Add(row);
    }

    /// <inheritdoc />
    public override void Complete()
    {
        if (_rows is not null && !Next.IsDone)
        {
            Next.Push(_rows.CreateRow());
        }

        Next.Complete();
    }
}

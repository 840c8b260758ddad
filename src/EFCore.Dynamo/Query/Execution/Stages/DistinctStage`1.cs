using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Keeps the first row of each value.</summary>
internal sealed class DistinctStage<TKey>(
    QueryContext context, Func<QueryContext, Item, TKey> key, IEqualityComparer<TKey>? comparer, RowStage next) : RowStage(next)
{
    private readonly HashSet<TKey> _seen = new(comparer);

    /// <inheritdoc />
    public override void Push(Item row)
    {
        if (_seen.Add(key(context, row)))
        {
            PushNext(row);
        }
    }

    internal sealed class Factory(Func<QueryContext, Item, TKey> key, IEqualityComparer<TKey>? comparer) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new DistinctStage<TKey>(context, key, comparer, next);
    }
}

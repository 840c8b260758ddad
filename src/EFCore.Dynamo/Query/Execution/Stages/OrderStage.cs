using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Sorts all rows; equal ones keep their order.</summary>
internal sealed class OrderStage(QueryContext context, OrderKeys[] keys, RowStage next) : RowStage(next)
{
    private readonly List<Item> _rows = [];

    /// <inheritdoc />
    public override void Push(Item row)
    {
        foreach (var key in keys)
        {
            key.Add(context, row);
        }

        _rows.Add(row);
    }

    /// <inheritdoc />
    public override void Complete()
    {
        var order = new int[_rows.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, Compare);
        foreach (var index in order)
        {
            if (Next.IsDone)
            {
                break;
            }

            Next.Push(_rows[index]);
        }

        Next.Complete();
    }

    private int Compare(int left, int right)
    {
        foreach (var key in keys)
        {
            var result = key.Compare(left, right);
            if (result != 0)
            {
                return result;
            }
        }

        return left.CompareTo(right);
    }

    internal sealed class Factory(Func<OrderKeys>[] keys) : IRowStageFactory
    {
        public bool KeepsRows
            => true;

        public RowStage Create(QueryContext context, RowStage next)
            => new OrderStage(context, Array.ConvertAll(keys, create => create()), next);
    }
}

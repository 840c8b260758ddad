using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Keys of one type, unboxed; null comes first.</summary>
internal sealed class OrderKeys<TKey>(Func<QueryContext, Item, TKey> key, bool isAscending) : OrderKeys
{
    private static readonly IComparer<TKey> Comparer = typeof(TKey) == typeof(string) ? (IComparer<TKey>)(object)Utf8Order.Instance
        : typeof(TKey) == typeof(byte[]) ? (IComparer<TKey>)(object)BinaryOrder.Instance
        : Comparer<TKey>.Default;

    private readonly List<TKey> _keys = [];

    /// <inheritdoc />
    public override void Add(QueryContext context, Item row)
        => _keys.Add(key(context, row));

    /// <inheritdoc />
    public override int Compare(int left, int right)
        => isAscending ? Comparer.Compare(_keys[left], _keys[right]) : Comparer.Compare(_keys[right], _keys[left]);

    /// <summary>Creates the keys of one execution.</summary>
    internal static Func<OrderKeys> CreateFactory(Func<QueryContext, Item, TKey> key, bool isAscending)
        => () => new OrderKeys<TKey>(key, isAscending);
}

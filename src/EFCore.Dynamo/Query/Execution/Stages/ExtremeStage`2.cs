using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary><c>Min</c> and <c>Max</c>; nulls are passed over.</summary>
/// <param name="context">The execution.</param>
/// <param name="selector">The value, in a type that has null.</param>
/// <param name="sign">1 for the greatest, -1 for the least value.</param>
/// <param name="convert">The result of a value; called with null where there is none.</param>
internal sealed class ExtremeStage<TValue, TResult>(QueryContext context, Func<QueryContext, Item, TValue> selector, int sign, Func<TValue, TResult> convert)
    : AggregateStage<TResult>
{
    private static readonly IComparer<TValue> Comparer
        = typeof(TValue) == typeof(string) ? (IComparer<TValue>)(object)Utf8Order.Instance : Comparer<TValue>.Default;

    private TValue? _extreme;

    /// <inheritdoc />
    public override TResult Result
        => _extreme is null && default(TResult) is not null
            ? throw new InvalidOperationException(CoreStrings.SequenceContainsNoElements)
            : convert(_extreme!); // null where TResult has one

    /// <inheritdoc />
    public override void Push(Item row)
    {
        var value = selector(context, row);
        if (value is not null && (_extreme is null || Comparer.Compare(value, _extreme) * sign > 0))
        {
            _extreme = value;
        }
    }
}

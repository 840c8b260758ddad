using System.Numerics;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary><c>Sum</c>: 0 without rows, nulls are passed over.</summary>
/// <exception cref="OverflowException">The sum does not fit the type.</exception>
internal sealed class SumStage<TValue, TResult>(QueryContext context, Func<QueryContext, Item, TValue?> selector, Func<TValue, TResult> convert)
    : AggregateStage<TResult>
    where TValue : struct, INumber<TValue>
{
    private TValue _sum;

    /// <inheritdoc />
    public override TResult Result
        => convert(_sum);

    /// <inheritdoc />
    public override void Push(Item row)
    {
        if (selector(context, row) is { } value)
        {
            _sum = checked(_sum + value);
        }
    }
}

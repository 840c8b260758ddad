using System.Numerics;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary><c>Average</c>; nulls are passed over.</summary>
/// <typeparam name="TValue">What is averaged.</typeparam>
/// <typeparam name="TMean">What the sum and the quotient are computed in.</typeparam>
/// <typeparam name="TResult"><typeparamref name="TMean" /> or its nullable form.</typeparam>
internal sealed class AverageStage<TValue, TMean, TResult>(QueryContext context, Func<QueryContext, Item, TValue?> selector, Func<TMean, TResult> convert)
    : AggregateStage<TResult>
    where TValue : struct, INumber<TValue>
    where TMean : struct, INumber<TMean>
{
    private TMean _sum;
    private long _count;

    /// <inheritdoc />
    public override TResult Result
        => _count > 0 ? convert(_sum / TMean.CreateChecked(_count))
            : default(TResult) is null ? default!
            : throw new InvalidOperationException(CoreStrings.SequenceContainsNoElements);

    /// <inheritdoc />
    public override void Push(Item row)
    {
        if (selector(context, row) is { } value)
        {
            _sum = checked(_sum + TMean.CreateChecked(value));
            _count++;
        }
    }
}

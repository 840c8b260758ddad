using System.Numerics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary><c>Count</c> and <c>LongCount</c>.</summary>
internal sealed class CountStage<TResult> : AggregateStage<TResult>
    where TResult : struct, INumber<TResult>
{
    private long _count;

    /// <inheritdoc />
    public override TResult Result
        => TResult.CreateChecked(_count);

    /// <inheritdoc />
    public override void Push(Item row)
        => _count++;

    /// <inheritdoc />
    public override void PushCount(long count)
        => _count += count;
}

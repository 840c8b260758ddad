using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary><c>Any</c>, and <c>All</c> as the question whether any row breaks its condition.</summary>
/// <param name="isTrueForRow">The result when there is a row.</param>
internal sealed class ExistsStage(bool isTrueForRow) : AggregateStage<bool>
{
    /// <inheritdoc />
    public override bool Result
        => IsDone == isTrueForRow;

    /// <inheritdoc />
    public override void Push(Item row)
        => IsDone = true;

    /// <inheritdoc />
    public override void PushCount(long count)
        => IsDone |= count > 0;
}

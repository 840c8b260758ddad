namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>The last stage of a query that ends in one value.</summary>
internal abstract class AggregateStage<TResult>() : RowStage(next: null)
{
    /// <summary>The value, after <see cref="RowStage.Complete" />.</summary>
    /// <exception cref="InvalidOperationException">There were no rows, and the result's type has no null.</exception>
    public abstract TResult Result { get; }

    /// <summary>Takes rows that the service only counted.</summary>
    public virtual void PushCount(long count)
        => throw new System.Diagnostics.UnreachableException("Only counts are counted by the service.");
}

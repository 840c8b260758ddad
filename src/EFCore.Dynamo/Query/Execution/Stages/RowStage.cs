using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>One client operator in one execution: takes rows from the stage before it and hands rows to the one after it.</summary>
/// <remarks>Rows are pushed, so that only the source, which waits for the service, has an asynchronous form.</remarks>
internal abstract class RowStage(RowStage? next)
{
    /// <summary>Whether more rows would change nothing, so that the source can stop.</summary>
    public bool IsDone { get; private protected set; }

    /// <summary>The stage that takes this one's rows.</summary>
    private protected RowStage Next
        => next!; // only the last stage has none, and it hands nothing on

    /// <summary>Takes one row.</summary>
    public abstract void Push(Item row);

    /// <summary>Learns that the source has no more rows, or that none are wanted.</summary>
    public virtual void Complete()
        => next?.Complete();

    /// <summary>Hands a row on, and is done when the next stage is.</summary>
    private protected void PushNext(Item row)
    {
        Next.Push(row);
        IsDone = Next.IsDone;
    }
}

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>One operation of a group, whatever its result's type.</summary>
internal abstract class PendingWrite
{
    /// <summary>Why this operation alone fails; null while it may succeed.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Takes it out of the queue for execution; false when its caller cancelled first.</summary>
    internal abstract bool TryTake();

    /// <summary>Executes the operation and keeps its result; may be called again.</summary>
    internal abstract void Execute(WriteTransaction transaction);

    /// <summary>Tells the caller, after the commit or after <see cref="Fail" />.</summary>
    internal abstract void Complete();

    /// <summary>Keeps the first reason.</summary>
    internal void Fail(Exception reason) => Failure ??= reason;

    private protected void Forget() => Failure = null;
}

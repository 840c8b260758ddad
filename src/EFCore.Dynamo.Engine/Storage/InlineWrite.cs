namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The leader's own operation: its result is handed back on the same thread, so one object a thread is enough.</summary>
internal sealed class InlineWrite<TResult> : PendingWrite
{
    [ThreadStatic]
    private static InlineWrite<TResult>? _idle;

    private IWriteOperation<TResult>? _operation;
    private TResult _result = default!; // read only after Execute set it

    internal static InlineWrite<TResult> Rent(IWriteOperation<TResult> operation)
    {
        var write = _idle ?? new InlineWrite<TResult>();
        _idle = null;
        write._operation = operation;
        return write;
    }

    internal override bool TryTake() => true;

    internal override void Execute(WriteTransaction transaction) => _result = _operation!.Execute(transaction); // set by Rent

    internal override void Complete()
    {
    }

    /// <summary>The outcome; ends the use of this object.</summary>
    internal ValueTask<TResult> TakeOutcome()
    {
        var outcome = Failure is { } failure ? ValueTask.FromException<TResult>(failure) : new ValueTask<TResult>(_result);
        Forget();
        _operation = null;
        _result = default!; // nothing may be kept alive by an idle object
        _idle = this;
        return outcome;
    }
}

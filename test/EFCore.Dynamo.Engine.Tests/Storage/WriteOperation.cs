using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>A write from a lambda, counting how often it was executed.</summary>
internal sealed class WriteOperation<TResult>(Func<WriteTransaction, TResult> execute) : IWriteOperation<TResult>
{
    public int ExecutionCount { get; private set; }

    public TResult Execute(WriteTransaction transaction)
    {
        ExecutionCount++;
        return execute(transaction);
    }
}

using EFCore.Dynamo.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Clients;

/// <summary>Gives EF's synchronous methods the results of a client whose methods are asynchronous.</summary>
internal static class SynchronousWait
{
    /// <summary>The result of a task that the embedded client has completed already, or else the result after blocking for it.</summary>
    /// <remarks>
    ///     All code between EF and the client awaits without a synchronization context, so that blocking here cannot wait for itself.
    ///     The embedded client's writes may be still on their way too: they wait for the group that they are committed with.
    /// </remarks>
    public static T GetResult<T>(ValueTask<T> task)
        => task.IsCompleted ? task.GetAwaiter().GetResult() : task.AsTask().GetAwaiter().GetResult();

    /// <summary>The same, and says in the log (once) when the wait is for a network.</summary>
    public static T GetResult<T>(ValueTask<T> task, IDynamoClientSource clientSource, IDiagnosticsLogger<DbLoggerCategory.Database.Command> logger)
    {
        if (!task.IsCompleted && !clientSource.IsEmbedded)
        {
            logger.SyncOverAsync();
        }

        return GetResult(task);
    }
}

using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Planning.BulkWrites;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.BulkWrites;

/// <summary>What all executions of an <c>ExecuteUpdate</c> or <c>ExecuteDelete</c> share.</summary>
internal sealed class CompiledBulkWrite
{
    /// <summary>What is done.</summary>
    public required BulkWritePlan Plan { get; init; }

    /// <summary>Writes its expressions.</summary>
    public required BulkWriteBinder Binder { get; init; }

    /// <summary>Reads what is needed of the items; each row owns its memory.</summary>
    public required Func<DynamoQueryContext, IAsyncEnumerable<Item>> Rows { get; init; }

    /// <summary>The values that the client computes, each at the place of its setter; null where the service does.</summary>
    public required Func<QueryContext, Item, object?>?[] Values { get; init; }

    /// <summary>All conditions, for an item that was changed since it was read; none where the client computes nothing.</summary>
    public required Func<QueryContext, Item, bool>[] Conditions { get; init; }

    /// <summary>The context's type, for log events.</summary>
    public required Type ContextType { get; init; }

    /// <summary>Whether use of the context by two threads at once is detected.</summary>
    public required bool AreThreadSafetyChecksEnabled { get; init; }

    /// <summary>Writes; blocks where the client has to wait.</summary>
    /// <returns>How many items were written.</returns>
    public int Execute(DynamoQueryContext context)
        => Clients.SynchronousWait.GetResult(
            new BulkWriteExecution(context, this, CancellationToken.None).RunAsync(), context.ClientSource, context.CommandLogger);

    /// <summary>Writes.</summary>
    /// <returns>How many items were written.</returns>
    public Task<int> ExecuteAsync(DynamoQueryContext context)
        => new BulkWriteExecution(context, this, context.CancellationToken).RunAsync().AsTask();

    /// <summary>The values that the client computes for an item.</summary>
    public object?[] Compute(QueryContext context, Item row)
        => Array.ConvertAll(Values, value => value?.Invoke(context, row));

    /// <summary>Whether an item satisfies all conditions.</summary>
    public bool Matches(QueryContext context, Item row)
        => Array.TrueForAll(Conditions, condition => condition(context, row)) && Plan.Maps.All(path => StoredValue.TryFind(row, path, out _));
}

using System.Transactions;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Planning.BulkWrites;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Query.Execution.BulkWrites;

/// <summary>One <c>ExecuteUpdate</c> or <c>ExecuteDelete</c>.</summary>
internal sealed class BulkWriteExecution(DynamoQueryContext context, CompiledBulkWrite query, CancellationToken cancellationToken)
{
    /// <summary>How many writes are on their way at once.</summary>
    public const int MaxInFlight = 8;

    private readonly BulkWritePlan _plan = query.Plan;

    private int _written;
    private int _found;
    private int _next;
    private bool _isStopped;

    /// <summary>Finds the items and writes them.</summary>
    /// <returns>How many satisfied the conditions when they were written.</returns>
    /// <exception cref="DbUpdateException">The service refused a write; those before it stay written.</exception>
    public async ValueTask<int> RunAsync()
    {
        try
        {
            using var section = query.AreThreadSafetyChecksEnabled
                ? context.ConcurrencyDetector.EnterCriticalSection()
                : (ConcurrencyDetectorCriticalSectionDisposer?)null;
            cancellationToken.ThrowIfCancellationRequested();
            if (Transaction.Current is not null)
            {
                throw new InvalidOperationException(
                    UpdateStrings.AmbientTransaction(_plan.OperatorName)); // what is sent is stored, whatever becomes of the scope
            }

            context.CommandLogger.ExecutingBulkWrite(_plan, context.Parameters);
            await (_plan.IsDirect ? WriteDirectAsync() : WriteFoundAsync()).ConfigureAwait(false);
            return _written;
        }
        catch (ResourceNotFoundException exception)
        {
            throw new InvalidOperationException(DynamoStrings.TableMissing(_plan.Read.TableName), exception);
        }
        catch (Exception exception) when (Log(exception))
        {
            throw;
        }
    }

    private async ValueTask WriteDirectAsync()
    {
        EntityFrameworkMetricsData.ReportQueryExecuting();
        var bound = _plan.Read.Bind(context.Parameters);
        if (bound.Operation == AccessOperation.GetItem)
        {
            _found = 1;
            await WriteOrFailAsync(new BulkWriteAttempt(context, query, bound.GetItem.Key!.Value, row: default)).ConfigureAwait(false); // a GetItem has a key
        }
    }

    // All are found before the first is written: a write may move an item within the index that is read, and it would be found again.
    private async ValueTask WriteFoundAsync()
    {
        var items = new List<BulkWriteAttempt>();
        var seen = new HashSet<Item>();
        await foreach (var row in query.Rows(context).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var key = FindKey(row);
            if (_plan.Write.Source.HasOneRowForEachItem || seen.Add(key))
            {
                items.Add(new BulkWriteAttempt(context, query, key, row));
            }
        }

        _found = items.Count;
        var workers = new Task[Math.Min(MaxInFlight, items.Count)];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = WriteNextAsync(items).AsTask();
        }

        await Task.WhenAll(workers).ConfigureAwait(false);
    }

    private async ValueTask WriteNextAsync(List<BulkWriteAttempt> items)
    {
        var isComplete = false;
        try
        {
            for (var i = Interlocked.Increment(ref _next) - 1; i < items.Count && !Volatile.Read(ref _isStopped); i = Interlocked.Increment(ref _next) - 1)
            {
                await WriteOrFailAsync(items[i]).ConfigureAwait(false);
            }

            isComplete = true;
        }
        finally
        {
            if (!isComplete)
            {
                Volatile.Write(ref _isStopped, value: true);
            }
        }
    }

    private async ValueTask WriteOrFailAsync(BulkWriteAttempt item)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (await item.WriteAsync(cancellationToken).ConfigureAwait(false))
            {
                Interlocked.Increment(ref _written);
            }
        }
        catch (DynamoServiceException exception) when (exception is not ResourceNotFoundException)
        {
            throw new DbUpdateException(
                QueryStrings.BulkWriteFailed(_plan.OperatorName, Volatile.Read(ref _written), _found, exception.Message), exception);
        }
    }

    private Item FindKey(Item row)
    {
        using var lease = ItemBuilder.Lease();
        foreach (var name in _plan.KeyNames)
        {
            lease.Builder.Add(name, row[name]);
        }

        return lease.Builder.Build();
    }

    private bool Log(Exception exception)
    {
        if (context.ExceptionDetector.IsCancellation(exception, cancellationToken))
        {
            context.QueryLogger.QueryCanceled(query.ContextType);
        }
        else
        {
            context.QueryLogger.QueryIterationFailed(query.ContextType, exception);
        }

        return false;
    }
}

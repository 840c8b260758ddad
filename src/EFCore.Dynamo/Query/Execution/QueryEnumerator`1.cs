using System.Collections;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Planning;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Enumerates a result, with EF's checks and log events around each step.</summary>
/// <param name="context">The execution's parameters and client.</param>
/// <param name="query">What is executed.</param>
/// <param name="cancellationToken">Ends the wait for the service.</param>
internal abstract class QueryEnumerator<T>(
    DynamoQueryContext context, CompiledQuery query, CancellationToken cancellationToken) : IEnumerator<T>, IAsyncEnumerator<T>
{
    private bool _isStarted;

    /// <inheritdoc />
    public T Current { get; private protected set; } = default!; // read only after MoveNext returned true

    /// <inheritdoc />
    object? IEnumerator.Current
        => Current;

    /// <summary>The execution's parameters and client.</summary>
    private protected DynamoQueryContext Context
        => context;

    /// <summary>Ends the wait for the service.</summary>
    private protected CancellationToken CancellationToken
        => cancellationToken;

    /// <inheritdoc />
    public bool MoveNext()
    {
        try
        {
            using var section = EnterCriticalSection();
            if (!Start())
            {
                return false;
            }

            if (TryMoveNext())
            {
                return true;
            }

            var next = ReadAndMoveNextAsync();
            if (!next.IsCompleted)
            {
                context.CommandLogger.SyncOverAsync();
            }

            return SynchronousWait.GetResult(next);
        }
        catch (ResourceNotFoundException exception)
        {
            throw TableMissing(exception);
        }
        catch (Exception exception) when (Log(exception))
        {
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask<bool> MoveNextAsync()
    {
        try
        {
            using var section = EnterCriticalSection();
            if (!Start())
            {
                return new(result: false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (TryMoveNext())
            {
                return new(result: true);
            }
        }
        catch (Exception exception) when (Log(exception))
        {
            throw;
        }

        return MoveNextSlowAsync();
    }

    /// <inheritdoc />
    public virtual void Dispose()
    {
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    /// <inheritdoc />
    public void Reset()
        => throw new NotSupportedException();

    /// <summary>Prepares the requests.</summary>
    private protected abstract void Initialize();

    /// <summary>Moves to a result that needs no request.</summary>
    private protected abstract bool TryMoveNext();

    /// <summary>Reads until there is a next result.</summary>
    /// <returns>False when there is none.</returns>
    private protected abstract ValueTask<bool> ReadAndMoveNextAsync();

    private async ValueTask<bool> MoveNextSlowAsync()
    {
        try
        {
            using var section = EnterCriticalSection();
            return await ReadAndMoveNextAsync().ConfigureAwait(false);
        }
        catch (ResourceNotFoundException exception)
        {
            throw TableMissing(exception);
        }
        catch (Exception exception) when (Log(exception))
        {
            throw;
        }
    }

    private bool Start()
    {
        if (_isStarted)
        {
            return true;
        }

        CheckScans(query.Plan);

        if (query.UsesStateManager)
        {
            context.InitializeStateManager(query.HasStandAloneStateManager);
        }

        EntityFrameworkMetricsData.ReportQueryExecuting();
        Initialize();
        _isStarted = true;
        return true;
    }

    // Of each source of the query.
    private void CheckScans(AccessPlan plan)
    {
        if (plan is { Operation: AccessOperation.Scan, ScanWarning: { } warning })
        {
            CheckScan(warning);
        }

        foreach (var source in plan.OtherSources)
        {
            CheckScans(source.Plan);
        }
    }

    private void CheckScan(string warning)
    {
        switch (query.ScanBehavior)
        {
            case ScanBehavior.Throw:
                throw new InvalidOperationException(warning);
            case ScanBehavior.Warn:
                context.CommandLogger.ScanExecuting(warning);
                break;
        }
    }

    private ConcurrencyDetectorCriticalSectionDisposer? EnterCriticalSection()
        => query.AreThreadSafetyChecksEnabled ? context.ConcurrencyDetector.EnterCriticalSection() : null;

    private InvalidOperationException TableMissing(ResourceNotFoundException exception)
    {
        Log(exception);
        return new InvalidOperationException(DynamoStrings.TableMissing(query.Plan.TableName), exception);
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

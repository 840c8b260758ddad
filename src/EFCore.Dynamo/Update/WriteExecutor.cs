using EFCore.Dynamo.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>Sends the requests of a plan, one after the other.</summary>
/// <remarks>A scope's own: it is used by one SaveChanges at a time.</remarks>
internal sealed class WriteExecutor(IDynamoClient client, IDiagnosticsLogger<DbLoggerCategory.Update> logger)
{
    private readonly List<WriteStep> _written = [];

    /// <summary>The steps that the service has written, also when a later one failed.</summary>
    public IReadOnlyList<WriteStep> Written => _written;

    /// <summary>Sends everything.</summary>
    /// <param name="plan">What to send.</param>
    /// <param name="async">Which of an interceptor's two methods is asked about a concurrency conflict. The returned task of a synchronous call is complete
    /// when the client's tasks are.</param>
    /// <param name="cancellationToken">Checked between requests and passed to the client.</param>
    /// <returns>The number of entries written.</returns>
    /// <exception cref="DbUpdateException">The service refused a request; the steps before it are written.</exception>
    public async ValueTask<int> ExecuteAsync(WritePlan plan, bool async, CancellationToken cancellationToken)
    {
        var entryCount = 0;
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = plan.Steps[i];
            try
            {
                await SendAsync(step, cancellationToken).ConfigureAwait(false);
            }
            catch (DynamoServiceException exception)
            {
                var mapped = WriteErrorMapper.Map(exception, step.Operations);
                if (!await IsSuppressedAsync(mapped, async, cancellationToken).ConfigureAwait(false))
                {
                    throw mapped;
                }

                continue;
            }

            _written.Add(step);
            entryCount += CountEntries(step);
        }

        return entryCount;
    }

    private async ValueTask SendAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.IsTransaction)
        {
            await client.TransactWriteItemsAsync(WriteRequests.CreateTransactWriteItems(step.Operations), cancellationToken).ConfigureAwait(false);
            return;
        }

        var operation = step.Operations[0];
        switch (operation.Kind)
        {
            case WriteKind.Update:
                await client.UpdateItemAsync(WriteRequests.CreateUpdateItem(operation), cancellationToken).ConfigureAwait(false);
                break;
            case WriteKind.Delete:
                await client.DeleteItemAsync(WriteRequests.CreateDeleteItem(operation), cancellationToken).ConfigureAwait(false);
                break;
            default:
                await client.PutItemAsync(WriteRequests.CreatePutItem(operation), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    // ISaveChangesInterceptor.ThrowingConcurrencyException may declare a conflict harmless; then the save goes on without these entries.
    private async ValueTask<bool> IsSuppressedAsync(DbUpdateException exception, bool async, CancellationToken cancellationToken)
    {
        if (exception is not DbUpdateConcurrencyException conflict || conflict.Entries.Count == 0)
        {
            return false;
        }

        var context = conflict.Entries[0].Context;
        var entries = conflict.Entries.Select(static entry => (IUpdateEntry)entry.GetInfrastructure()).ToList();
        var result = async
            ? await logger.OptimisticConcurrencyExceptionAsync(context, entries, conflict, createEventData: null, cancellationToken).ConfigureAwait(false)
            : logger.OptimisticConcurrencyException(context, entries, conflict, createEventData: null);
        return result.IsSuppressed;
    }

    private static int CountEntries(WriteStep step)
    {
        var count = 0;
        for (var i = 0; i < step.Operations.Count; i++)
        {
            count += step.Operations[i].EntryCount;
        }

        return count;
    }
}

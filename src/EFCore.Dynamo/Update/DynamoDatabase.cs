using System.Transactions;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>SaveChanges: entries, operations, plan, requests.</summary>
internal sealed class DynamoDatabase(
    DatabaseDependencies dependencies,
    IDynamoClientSource clientSource,
    ICurrentDbContext currentContext,
    IDiagnosticsLogger<DbLoggerCategory.Database.Command> commandLogger)
    : Database(dependencies)
{
    /// <inheritdoc />
    public override int SaveChanges(IList<IUpdateEntry> entries)
        => SynchronousWait.GetResult(ExecuteAsync(entries, async: false, CancellationToken.None), clientSource, commandLogger);

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
        => ExecuteAsync(entries, async: true, cancellationToken).AsTask();

    private async ValueTask<int> ExecuteAsync(IList<IUpdateEntry> entries, bool async, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Transaction.Current is not null)
        {
            // What is sent is stored, whatever becomes of the scope.
            throw new InvalidOperationException(UpdateStrings.AmbientTransaction(nameof(SaveChanges)));
        }

        var plan = WritePlanner.Plan(WriteOperationBuilder.BuildOperations(entries), currentContext.Context.Database.AutoTransactionBehavior);
        var executor = new WriteExecutor(clientSource.Client, Dependencies.Logger);
        var isComplete = false;
        try
        {
            var entryCount = await executor.ExecuteAsync(plan, async, cancellationToken).ConfigureAwait(false);
            isComplete = true;
            OwnedOrdinals.Assign(plan, entries);
            return entryCount;
        }
        finally
        {
            if (!isComplete)
            {
                Accept(executor.Written);
            }
        }
    }

    // Written one by one and not all of them: EF accepts nothing of a save that failed, so these would be written twice by the next one.
    private static void Accept(IReadOnlyList<WriteStep> written)
    {
        List<IUpdateEntry> accepted = [.. written.SelectMany(static step => step.Operations).SelectMany(static operation => operation.GetEntries())];
        OwnedOrdinals.Assign(new WritePlan(written), accepted);
        foreach (var entry in accepted)
        {
            ((InternalEntityEntry)entry).AcceptChanges();
        }
    }
}

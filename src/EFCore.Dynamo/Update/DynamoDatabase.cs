using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Update.Planning;
using Microsoft.EntityFrameworkCore;
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
        var plan = WritePlanner.Plan(WriteOperationBuilder.BuildOperations(entries), currentContext.Context.Database.AutoTransactionBehavior);
        var entryCount = await new WriteExecutor(clientSource.Client, Dependencies.Logger).ExecuteAsync(plan, async, cancellationToken).ConfigureAwait(false);
        OwnedOrdinals.Assign(plan, entries);
        return entryCount;
    }
}

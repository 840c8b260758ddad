using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Streams;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>DeleteTable: marks the table, and takes its definition out of the catalog when the delay is over; <see cref="TablePurger" /> removes the items in steps.</summary>
internal sealed class DeleteTableOperation(EngineContext context) : ITableChange<DeleteTableResponse>
{
    private StreamDocument? _streamBefore;

    public static async ValueTask<OperationResult<DeleteTableResponse>> ExecuteAsync(EngineContext context, DeleteTableRequest request, CancellationToken cancellationToken)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
            return error;
        if (context.FindDefinition(request.TableName!) is not { } table) // not null since Validate
            return context.DefinitionNotFound(request.TableName!, "DeleteTable");

        var result = await TableChange.ApplyAsync(context, table.Name, new DeleteTableOperation(context), cancellationToken).ConfigureAwait(false);

        if (result.Response is not null)
            await TableWork.BeginAsync(context, table.Name).ConfigureAwait(false);
        return result;
    }

    /// <summary>Ends a deletion whose time has come.</summary>
    /// <returns>Whether there was one.</returns>
    public static async ValueTask<bool> CompleteAsync(EngineContext context, TableSchema table, CancellationToken cancellationToken)
    {
        await context.Catalog.ChangeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (context.Catalog.Current.Find(table.Name) is not { } current || current.GetStatus(context.TimeProvider.GetUtcNow()) is not null)
                return false;
            await RemoveAsync(context, current, cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            context.Catalog.ChangeLock.Release();
        }
    }

    /// <summary>The same for who holds <see cref="TableCatalog.ChangeLock" /> and knows that the time has come.</summary>
    public static async ValueTask RemoveAsync(EngineContext context, TableSchema table, CancellationToken cancellationToken)
    {
        await context.Store.WriteAsync(new Removal(table), cancellationToken).ConfigureAwait(false);
        context.Catalog.Current = context.Catalog.Current.Without(table);
        context.Purger.Add(table);
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        var now = context.TimeProvider.GetUtcNow();
        if (TableStatusRules.ValidateChangeable(table, now) is { } statusError)
            return statusError;
        if (Array.Find(table.Indexes, static index => index.IsBuilding) is { } index)
            return ServiceError.ResourceInUse(ResourceTexts.IndexIsBeing("created", table.Name, index.Name));
        if (table.Document.DeletionProtectionEnabled)
            return ServiceError.Validation(ResourceTexts.DeletionProtected);

        _streamBefore = table.Document.Stream;
        changed = table.Document with
        {
            Stream = StreamSwitch.Disable(context, table.Document.Stream),
            Pending = new PendingStatus<TableStatus>(TableStatus.Deleting, now + context.ControlPlaneDelay),
        };
        return null;
    }

    public DeleteTableResponse Complete(TableSchema table, WriteTransaction transaction)
    {
        StreamSwitch.Apply(transaction, _streamBefore, table.Document.Stream);
        return new DeleteTableResponse(TableDescriber.DescribeDeleted(context, table, transaction));
    }

    private sealed class Removal(TableSchema table) : IWriteOperation<bool>
    {
        public bool Execute(WriteTransaction transaction)
        {
            Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
            transaction.Delete(CatalogKeys.WriteTable(key, table.Name));
            transaction.Delete(CatalogKeys.WriteStatistics(key, table.Id));
            transaction.Put(CatalogKeys.WritePurge(key, table.Id), TableCatalog.Serialize(table.Document));
            return true;
        }
    }
}

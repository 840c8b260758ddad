using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Streams;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>DeleteTable: takes the definition out of the catalog, which is all that a caller waits for; <see cref="TablePurger" /> removes the items in steps.</summary>
internal sealed class DeleteTableOperation(EngineContext context, TableSchema table) : IWriteOperation<OperationResult<DeleteTableResponse>>
{
    public static async ValueTask<OperationResult<DeleteTableResponse>> ExecuteAsync(EngineContext context, DeleteTableRequest request, CancellationToken cancellationToken)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
            return error;

        await context.Catalog.ChangeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
                return ServiceError.ResourceNotFound(ResourceTexts.TableNotFound(request.TableName!));

            var result = await context.Store.WriteAsync(new DeleteTableOperation(context, table), cancellationToken).ConfigureAwait(false);
            if (result.Response is not null)
            {
                context.Catalog.Current = context.Catalog.Current.Without(table);
                context.Purger.Add(table);
            }

            return result;
        }
        finally
        {
            context.Catalog.ChangeLock.Release();
        }
    }

    public OperationResult<DeleteTableResponse> Execute(WriteTransaction transaction)
    {
        StreamSwitch.Apply(transaction, table.Document.Stream, StreamSwitch.Disable(context, table.Document.Stream));
        var description = TableDescriber.Describe(table, transaction, context.Names, TableStatus.Deleting);
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Delete(CatalogKeys.WriteTable(key, table.Name));
        transaction.Delete(CatalogKeys.WriteStatistics(key, table.Id));
        transaction.Put(CatalogKeys.WritePurge(key, table.Id), TableCatalog.Serialize(table.Document));
        return new DeleteTableResponse(description);
    }
}

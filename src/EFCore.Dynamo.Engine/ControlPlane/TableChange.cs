using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>
///     The one way to change a table that is there: a new definition with the next version and the statistics in its layout, in one transaction; then the
///     snapshot that readers take.
/// </summary>
/// <remarks>
///     Writes that were bound to the version before find another one in the statistics, and bind again. Changes run one at a time, under
///     <see cref="TableCatalog.ChangeLock" />, so what <see cref="ITableChange{TResponse}.Decide" /> sees is the stored definition.
/// </remarks>
internal static class TableChange
{
    /// <summary>Applies the change to the table of that name.</summary>
    /// <param name="context">The engine.</param>
    /// <param name="tableName">The name or Amazon resource name of a table in any status.</param>
    /// <param name="change">What to do.</param>
    /// <param name="cancellationToken">Has an effect until the change is executed.</param>
    public static async ValueTask<OperationResult<TResponse>> ApplyAsync<TResponse>(
        EngineContext context, string tableName, ITableChange<TResponse> change, CancellationToken cancellationToken)
        where TResponse : class
    {
        await context.Catalog.ChangeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (context.FindDefinition(tableName) is not { } table)
            {
                return ServiceError.ResourceNotFound(ResourceTexts.TableNotFound(tableName));
            }

            var step = new Step<TResponse>(context.Catalog, table, change);
            var result = await context.Store.WriteAsync(step, cancellationToken).ConfigureAwait(false);
            if (result.Response is not null && step.Changed is { } changed)
            {
                context.Catalog.Current = context.Catalog.Current.With(changed);
            }

            return result;
        }
        finally
        {
            context.Catalog.ChangeLock.Release();
        }
    }

    private sealed class Step<TResponse>(TableCatalog catalog, TableSchema table, ITableChange<TResponse> change) : IWriteOperation<OperationResult<TResponse>>
        where TResponse : class
    {
        public TableSchema? Changed { get; private set; }

        public OperationResult<TResponse> Execute(WriteTransaction transaction)
        {
            Changed = null;
            if (change.Decide(table, transaction, out var document) is { } error)
            {
                return error;
            }

            if (document is not null)
            {
                Changed = DefinitionWrite.Change(transaction, catalog, table, document);
            }

            return change.Complete(Changed ?? table, transaction);
        }
    }
}

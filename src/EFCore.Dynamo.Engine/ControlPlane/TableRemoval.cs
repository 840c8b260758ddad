using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>The end of a deletion: the definition leaves the catalog; <see cref="TablePurger" /> removes the items in steps.</summary>
internal sealed class TableRemoval(TableSchema table) : IWriteOperation<bool>
{
    /// <summary>Ends a deletion whose time has come.</summary>
    /// <returns>Whether there was one.</returns>
    public static async ValueTask<bool> CompleteAsync(EngineContext context, string tableName, CancellationToken cancellationToken)
    {
        await context.Catalog.ChangeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (context.Catalog.Current.Find(tableName) is not { } table || table.GetStatus(context.SteadyTime.GetUtcNow()) is not null)
            {
                return false;
            }

            await ApplyAsync(context, table, cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            context.Catalog.ChangeLock.Release();
        }
    }

    /// <summary>The same for who holds <see cref="TableCatalog.ChangeLock" /> and knows that the time has come.</summary>
    public static async ValueTask ApplyAsync(EngineContext context, TableSchema table, CancellationToken cancellationToken)
    {
        await context.Store.WriteAsync(new TableRemoval(table), cancellationToken).ConfigureAwait(false);
        context.Catalog.Current = context.Catalog.Current.Without(table);
    }

    public bool Execute(WriteTransaction transaction)
    {
        DefinitionWrite.Remove(transaction, table);
        return true;
    }
}

using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Removes the items of deleted tables in the background. What is to be removed is noted in the store with the table's deletion.</summary>
internal sealed class TablePurger : BackgroundWorker
{
    private readonly Store _store;
    private readonly TableCatalog _catalog;

    public TablePurger(Store store, TableCatalog catalog, TimeProvider timeProvider)
        : base(timeProvider)
    {
        _store = store;
        _catalog = catalog;
        catalog.Changed += Wake;
        Start();
    }

    protected override async ValueTask<TimeSpan?> RunRoundAsync(CancellationToken cancellationToken)
    {
        foreach (var table in ListDeletedTables())
        {
            await TryAsync(() => PurgeAsync(table, cancellationToken)).ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask PurgeAsync(TableSchema table, CancellationToken cancellationToken)
    {
        var writer = new StepWriter(_store, PurgeStep.MaxItems);
        while (await writer.WriteAsync(items => new PurgeStep(table, items), cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private List<TableSchema> ListDeletedTables()
    {
        using var transaction = _store.BeginRead();
        return _catalog.ListDeleted(transaction);
    }
}

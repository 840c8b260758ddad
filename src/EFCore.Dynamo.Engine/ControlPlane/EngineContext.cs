using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>What operations work with: the store, the tables, the clock.</summary>
internal sealed class EngineContext(Store store, TableCatalog catalog, TimeProvider timeProvider, ResourceNames names)
{
    public Store Store { get; } = store;

    public TableCatalog Catalog { get; } = catalog;

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>The clock for statuses and lags, which last a time and do not end at a moment: it goes on evenly when the clock is set.</summary>
    public required TimeProvider SteadyTime { get; init; }

    public ResourceNames Names { get; } = names;

    /// <summary>How each operation words what is wrong with its requests. Validators get theirs from here.</summary>
    public required OperationDialects Dialects { get; init; }

    /// <summary>How new streams are made.</summary>
    public required StreamOptions StreamOptions { get; init; }

    /// <summary>How the engine lags on request.</summary>
    public required EventualConsistency Consistency { get; init; }

    public required ExpiryOptions Expiry { get; init; }

    public required ControlPlaneOptions ControlPlane { get; init; }

    /// <summary>The statuses of a change that is made now.</summary>
    public StatusSpan BeginStatuses()
    {
        var now = SteadyTime.GetUtcNow();
        return new StatusSpan(now, now + ControlPlane.Delay);
    }

    /// <summary>Whether the table has a stream of that label, or one that can still be read.</summary>
    public bool HasStream(TableSchema table, string label)
    {
        using var transaction = Store.BeginRead();
        return StreamDirectory.Find(transaction, table.Name, label, TimeProvider.GetUtcNow()) is not null;
    }

    /// <summary>The table whose items are read or written, or null: it is not there, or being created or deleted.</summary>
    /// <param name="name">The name or Amazon resource name; not null, validation has seen to that.</param>
    public TableSchema? FindTable(string name)
    {
        // A name of a table without a pending status costs one look-up: everything else is found out behind it.
        var table = Catalog.Current.Find(name);
        return table is { HasPendingStatus: false } ? table : FindUsual(table ?? FindByArn(name));
    }

    /// <summary>The table that is described or changed, also while it is created or deleted; null where there is none.</summary>
    /// <param name="name">The name or Amazon resource name.</param>
    public TableSchema? FindDefinition(string name)
    {
        var table = Catalog.Current.Find(name) ?? FindByArn(name);
        return table?.GetStatus(SteadyTime.GetUtcNow()) is null ? null : table;
    }

    /// <summary>Why <see cref="FindTable" /> found nothing, as item operations say it.</summary>
    public ServiceError TableNotFound(string name, string operation)
        => RefuseForeign(name, operation) ?? ServiceError.ResourceNotFound(ResourceTexts.NotFound);

    /// <summary>Why <see cref="FindDefinition" /> found nothing, as operations on tables say it.</summary>
    public ServiceError DefinitionNotFound(string name, string operation)
        => RefuseForeign(name, operation)
        ?? ServiceError.ResourceNotFound(ResourceTexts.TableNotFound(TableArn.TryParse(name, out var arn) ? arn.TableName : name));

    private TableSchema? FindUsual(TableSchema? table)
        => table?.GetStatus(SteadyTime.GetUtcNow()) is TableStatus.Active or TableStatus.Updating ? table : null;

    private TableSchema? FindByArn(string name)
        => TableArn.TryParse(name, out var arn) && Names.IsOurs(arn) ? Catalog.Current.Find(arn.TableName) : null;

    private ServiceError? RefuseForeign(string name, string operation)
    {
        if (!TableArn.TryParse(name, out var arn))
        {
            return null;
        }

        // The account is looked at first: another account's region is not even told to be wrong.
        if (!string.Equals(arn.AccountId, Names.AccountId, StringComparison.Ordinal))
        {
            return ServiceError.AccessDenied(ResourceTexts.NotAuthorized(Names.AccountId, operation, name));
        }

        return string.Equals(arn.Region, Names.Region, StringComparison.Ordinal) ? null : ServiceError.Validation(ResourceTexts.InvalidRegion(name));
    }
}

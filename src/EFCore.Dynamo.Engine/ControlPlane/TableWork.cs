using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>What goes on after a change of a table was answered: indexes are built and removed, statuses end, deleted tables go.</summary>
/// <remarks>
///     All of it follows from the stored definition, so it goes on after a reopen, and steps may be run by anybody in any order: each is one transaction that
///     looks where the last one stopped.
/// </remarks>
internal static class TableWork
{
    /// <summary>Whether there is something to do, now or later.</summary>
    public static bool IsPendingFor(TableSchema table)
        => table.HasPendingStatus || table.Document.RemovedIndexes is { Count: > 0 }
            || Array.Exists(table.Indexes, static index => index.IsBuilding || index.Document.Pending is not null);

    /// <summary>When a status ends that still lasts; null where none does.</summary>
    public static DateTimeOffset? GetNextEnd(TableSchema table, DateTimeOffset now)
    {
        var ends = table.Document.Indexes.Concat(table.Document.RemovedIndexes ?? []).Select(
            index => index.Pending is { } pending && !pending.IsOver(now) ? pending.Until : (DateTimeOffset?)null);
        return ends.Append(table.Document.Pending is { } status && !status.IsOver(now) ? status.Until : null).Min();
    }

    /// <summary>The first step, for the one who made the change.</summary>
    /// <remarks>The change is made and stays: what cannot be done now, on a full disk for instance, is left to the worker.</remarks>
    public static async ValueTask BeginAsync(EngineContext context, string tableName)
    {
        if (context.Catalog.Current.Find(tableName) is not { } table)
        {
            return;
        }

        try
        {
            await StepAsync(context, table, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DynamoServiceException)
        {
            // The next write of the user, who is told of it then, meets the same.
        }
    }

    /// <summary>Does some milliseconds of what is due.</summary>
    /// <returns>Whether anything was done, and so whether to ask again.</returns>
    public static async ValueTask<bool> StepAsync(EngineContext context, TableSchema table, CancellationToken cancellationToken)
    {
        var now = context.SteadyTime.GetUtcNow();
        if (table.GetStatus(now) is null)
        {
            return await TableRemoval.CompleteAsync(context, table.Name, cancellationToken).ConfigureAwait(false);
        }

        if (Array.Find(table.Indexes, index => index.IsBackfilling(now)) is { } building)
        {
            return await BuildAsync(context, table, building, cancellationToken).ConfigureAwait(false);
        }

        if (table.Document.RemovedIndexes is [var removed, ..] && await RemoveAsync(context, table, removed, now, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return HasEnded(table.Document, now)
            && await ApplyAsync(context, table, document => HasEnded(document, now) ? document.Settle(now) : null, cancellationToken).ConfigureAwait(false);
    }

    private static bool HasEnded(TableDocument document, DateTimeOffset now)
        => (document.Pending is { } status && status.IsOver(now)) || document.Indexes.Any(index => index.Pending is { } pending && pending.IsOver(now));

    private static async ValueTask<bool> BuildAsync(EngineContext context, TableSchema table, IndexSchema index, CancellationToken cancellationToken)
    {
        var outcome = await new StepWriter(context.Store, IndexBuildStep.MaxItems).WriteAsync(
            items => new IndexBuildStep(table, index, items), cancellationToken).ConfigureAwait(false);
        if (outcome == IndexBuildOutcome.Complete)
        {
            await ApplyAsync(context, table, document => Finish(document, index.Id), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static TableDocument? Finish(TableDocument document, uint indexId) => document.Indexes.Any(index => index.Id == indexId && index.IsBuilding)
        ? document with { Indexes = [.. document.Indexes.Select(index => index.Id == indexId ? index with { IsBuilding = false, Pending = null } : index)] }
        : null;

    private static async ValueTask<bool> RemoveAsync(
        EngineContext context, TableSchema table, IndexDocument index, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await new StepWriter(context.Store, PurgeStep.MaxItems).WriteAsync(
            items => new IndexRemovalStep(table, index.Id, items), cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return (index.Pending is null || index.Pending.IsOver(now))
            && await ApplyAsync(context, table, document => Forget(document, index.Id), cancellationToken).ConfigureAwait(false);
    }

    private static TableDocument? Forget(TableDocument document, uint indexId)
    {
        var others = (document.RemovedIndexes ?? []).Where(index => index.Id != indexId).ToList();
        return others.Count == document.RemovedIndexes?.Count ? null : document with { RemovedIndexes = others.Count == 0 ? null : others };
    }

    private static async ValueTask<bool> ApplyAsync(
        EngineContext context, TableSchema table, Func<TableDocument, TableDocument?> change, CancellationToken cancellationToken)
    {
        var result = await TableChange.ApplyAsync(context, table.Name, new DocumentChange(table.Id, change), cancellationToken).ConfigureAwait(false);
        return result.Response is { } changed && changed.Version != table.Version;
    }
}

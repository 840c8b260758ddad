using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>
///     What a full store still commits. LMDB copies the pages that it changes and needs free ones even to delete, so that ordinary writes must leave it some.
/// </summary>
/// <remarks>
///     Until a write finds no room, nothing is looked at. Then the reserves of the map or the disk are opened, and from there on a commit may leave the tree
///     with as many pages as before, or with more while what is kept stays free; those who only shrink may grow into that by what the engine notes of them.
///     eng/adr/0006-lmdb-map-and-sync.md. Only the leader calls it.
/// </remarks>
/// <param name="environment">The environment.</param>
/// <param name="map">Its memory map.</param>
/// <param name="disk">Null for a store in memory.</param>
internal sealed class StoreRoom(LmdbEnvironment environment, StoreMap map, DiskReserve? disk)
{
    private DiskReserve? FullDisk => disk is { IsOpen: true } ? disk : null;

    /// <summary>A write or a commit found no room.</summary>
    internal void OnFull(LmdbException failure)
    {
        if (failure.Code == LmdbError.MapFull)
        {
            map.OpenReserve();
        }
        else
        {
            disk?.Open();
        }
    }

    /// <summary>To be called before each commit.</summary>
    /// <exception cref="LmdbException">The commit would take what is kept.</exception>
    internal void Check(WriteTransaction transaction)
    {
        if (FullDisk is { } full && !IsAllowed(transaction, Math.Min(full.FileBytes, map.MaxSizeBytes), full.KeptBytes) && !full.TryClose())
        {
            throw new LmdbException(LmdbError.NoSpace, "commit");
        }

        if (map.IsReserveOpen && !IsAllowed(transaction, map.MaxSizeBytes, map.ReserveBytes))
        {
            throw new LmdbException(LmdbError.MapFull, "commit");
        }
    }

    private bool IsAllowed(WriteTransaction transaction, long capacityBytes, long keptBytes)
    {
        var pages = transaction.Transaction.CountPages();
        if (pages.Tree <= LmdbPageCount.CountPages(environment.GetStatistics()))
        {
            return true;
        }

        // What stream records may not take is for deletes once the stream is off, and for switching it off.
        var leftBytes = !transaction.MayOnlyShrink ? keptBytes : transaction.HasStreamRecords ? keptBytes / 4 : 0;
        return capacityBytes - pages.UsedBytes >= leftBytes;
    }
}

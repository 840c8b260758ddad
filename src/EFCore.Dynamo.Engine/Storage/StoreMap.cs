using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The size of the memory map: doubles until its limit, the last part of which is kept for deletes.</summary>
/// <remarks>Only the leader calls it, with no write transaction open; readers are stopped at their gate meanwhile.</remarks>
internal sealed class StoreMap
{
    private const long MaxReserveBytes = 8L << 20;

    private readonly LmdbEnvironment _environment;
    private readonly ReaderPool _readers;
    private readonly long _limitBytes;

    private long _sizeBytes;

    internal StoreMap(LmdbEnvironment environment, ReaderPool readers, long maxSizeBytes)
    {
        _environment = environment;
        _readers = readers;
        MaxSizeBytes = maxSizeBytes;
        _limitBytes = GetLimit(maxSizeBytes);
        _sizeBytes = (long)environment.GetInfo().me_mapsize;
    }

    internal long SizeBytes => _sizeBytes;

    internal long MaxSizeBytes { get; }

    /// <summary>The part that is kept for deletes.</summary>
    internal long ReserveBytes => MaxSizeBytes - _limitBytes;

    /// <summary>Whether it is in the map; that it is left to deletes is up to <see cref="StoreRoom" /> then.</summary>
    internal bool IsReserveOpen => _sizeBytes > _limitBytes;

    /// <summary>
    ///     How large the map becomes for writes of all kinds: LMDB needs free pages even to delete, and without these a full store would stay full.
    /// </summary>
    internal static long GetLimit(long maxSizeBytes) => RoundToPages(maxSizeBytes - Math.Min(MaxReserveBytes, maxSizeBytes / 8));

    /// <summary>Whole pages of the largest page size in use.</summary>
    internal static long RoundToPages(long sizeBytes) => Math.Max(sizeBytes & -65536L, 65536L);

    /// <summary>LMDB cuts the last page of a full disk short and calls it an I/O error.</summary>
    internal static bool IsDiskNearlyFull(string directory)
    {
        try
        {
            return new DriveInfo(directory).AvailableFreeSpace < 1 << 20;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Doubles the map; false at the limit.</summary>
    internal bool TryGrow()
    {
        if (_sizeBytes >= _limitBytes)
        {
            return false;
        }

        Resize(Math.Min(_sizeBytes * 2, _limitBytes));
        return true;
    }

    /// <summary>The map has reached its limit: from now on it has all that it may.</summary>
    internal void OpenReserve()
    {
        if (_sizeBytes < MaxSizeBytes)
        {
            Resize(MaxSizeBytes);
        }
    }

    private void Resize(long sizeBytes)
    {
        _readers.CloseGate();
        try
        {
            _environment.SetMapSize(sizeBytes);
            _sizeBytes = (long)_environment.GetInfo().me_mapsize;
        }
        catch (LmdbException exception)
        {
            // LMDB has given the old map back already: nothing can be read any more.
            throw _environment.Poison(StorageErrors.CannotMap(_environment.Path, sizeBytes, exception));
        }
        finally
        {
            _readers.OpenGate();
        }
    }
}

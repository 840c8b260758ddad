using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Opens the LMDB environment of a locked directory and refuses, by name, whatever is not a whole store of this format.</summary>
internal static class StoreOpener
{
    /// <exception cref="StorageException">One sentence that names the file and the way out.</exception>
    internal static LmdbEnvironment Open(string directory, StoreOptions options, bool isInMemory)
    {
        LmdbFlags flags = LmdbFlags.NoMemoryInitialization;
        if (isInMemory || options.Durability == Durability.Relaxed)
            flags |= LmdbFlags.NoSync;

        long mapSizeBytes = StoreMap.RoundToPages(Math.Min(options.InitialMapSizeBytes, StoreMap.GetLimit(options.MaxMapSizeBytes)));
        LmdbEnvironment? environment = null;
        try
        {
            environment = LmdbEnvironment.Open(directory, mapSizeBytes, Store.MaxReaders, flags);
            CheckLength(environment);
            StoreHeader.CheckOrCreate(environment);
            return environment;
        }
        catch (LmdbException exception)
        {
            environment?.Dispose();
            throw Explain(directory, mapSizeBytes, exception);
        }
        catch
        {
            environment?.Dispose();
            throw;
        }
    }

    private static StorageException Explain(string directory, long mapSizeBytes, LmdbException exception)
    {
        const int OutOfMemory = 12;
        if (LmdbError.IsDiskFull(exception.Code))
            return StorageErrors.DiskFull(directory, exception);
        return exception.Code switch
        {
            LmdbError.Invalid => StorageErrors.NotLmdb(directory, exception),
            LmdbError.VersionMismatch => StorageErrors.OtherLmdbVersion(directory, exception),
            LmdbError.Corrupted or LmdbError.PageNotFound or LmdbError.Panic => StorageErrors.Damaged(directory, exception),
            OutOfMemory => StorageErrors.CannotMap(directory, mapSizeBytes, exception),
            _ => StorageErrors.CannotUseDirectory(directory, exception),
        };
    }

    /// <summary>A file that ends before its last page would kill the process (SIGBUS) at the first read behind its end.</summary>
    /// <remarks>
    ///     The last page may legally be missing, when LMDB allocated and freed it before it was ever written. So a short file is first filled up,
    ///     as LMDB will do itself, and then everything reachable is walked: refused is only what refers to the missing part.
    /// </remarks>
    private static void CheckLength(LmdbEnvironment environment)
    {
        long expectedBytes = (long)(environment.GetInfo().LastPageNumber + 1) * environment.GetStatistics().PageSizeBytes;
        string file = Path.Combine(environment.Path, StorageErrors.DataFileName);
        long sizeBytes = new FileInfo(file).Length;
        if (sizeBytes >= expectedBytes)
            return;

        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            stream.SetLength(expectedBytes);
        if (!LmdbWalk.IsWithin(environment, sizeBytes))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.SetLength(sizeBytes);
            throw StorageErrors.Truncated(environment.Path, sizeBytes, expectedBytes);
        }
    }
}

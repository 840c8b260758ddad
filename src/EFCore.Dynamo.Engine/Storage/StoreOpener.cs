using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;
using LightningDB;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Opens the LMDB environment of a locked directory and refuses, by name, whatever is not a whole store of this format.</summary>
internal static class StoreOpener
{
    /// <exception cref="StorageException">One sentence that names the file and the way out.</exception>
    internal static LmdbEnvironment Open(StoreDirectory opened, StoreOptions options, bool isInMemory)
    {
        var directory = opened.Path;
        var flags = EnvironmentOpenFlags.NoMemoryInitialization;
        if (isInMemory || options.Durability == Durability.Relaxed)
        {
            flags |= EnvironmentOpenFlags.NoSync;
        }

        var mapSizeBytes = StoreMap.RoundToPages(Math.Min(options.InitialMapSizeBytes, StoreMap.GetLimit(options.MaxMapSizeBytes)));
        CheckFile(opened);
        LmdbEnvironment? environment = null;
        try
        {
            environment = LmdbEnvironment.Open(directory, mapSizeBytes, Store.MaxReaders, flags);
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
        {
            return StorageErrors.DiskFull(directory, exception);
        }

        return exception.Code switch
        {
            LmdbError.Invalid => StorageErrors.NotLmdb(directory, exception),
            LmdbError.VersionMismatch => StorageErrors.OtherLmdbVersion(directory, exception),
            LmdbError.Corrupted or LmdbError.PageNotFound or LmdbError.Panic => StorageErrors.Damaged(directory, exception),
            OutOfMemory => StorageErrors.CannotMap(directory, mapSizeBytes, exception),
            _ => StorageErrors.CannotUseDirectory(directory, exception),
        };
    }

    /// <summary>A file that LMDB would crash on is refused before LMDB sees it.</summary>
    private static void CheckFile(StoreDirectory directory)
    {
        var file = Path.Combine(directory.Path, StorageErrors.DataFileName);
        try
        {
            switch (LmdbFileCheck.Check(file, LmdbLibrary.FileFormat, directory.IsLeftByCrashedMachine, out var expectedBytes))
            {
                case LmdbFileState.CutOff:
                    throw StorageErrors.Truncated(directory.Path, new FileInfo(file).Length, expectedBytes);
                case LmdbFileState.OtherFormat:
                    throw StorageErrors.OtherFormat(directory.Path, LmdbLibrary.FileFormat);
                case LmdbFileState.Damaged:
                    throw StorageErrors.Damaged(directory.Path, null);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.CannotUseDirectory(directory.Path, exception);
        }
    }
}

using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The sentences of this layer: each names the path and the way out.</summary>
internal static class StorageErrors
{
    internal const string DataFileName = "data.mdb";

    internal static StorageException Damaged(string directory, Exception? cause)
        => new(
            $"The store '{File(directory)}' is damaged ({cause?.Message ?? "a page is not what it should be"}). Close it and restore it from a backup.", cause);

    internal static StorageException Unexpected(string directory, Exception cause)
        => new($"The store '{File(directory)}' could not be used: {cause.Message}.", cause);

    internal static StorageFullException MapFull(string directory, Exception? cause)
        => new(
            $"The store '{File(directory)}' has reached its configured maximum size, and nothing of this write was stored. Delete items, or open it with a larger maximum map size.",
            cause);

    internal static StorageFullException DiskFull(string directory, Exception cause)
        => new($"The disk of '{File(directory)}' is full ({Cause(cause)}), and nothing of this write was stored. Free space there and try again.", cause);

    internal static StorageFullException RecordsDoNotFit(StorageFullException cause)
        => new($"{cause.Message} Its stream records do not fit either: switch the stream of the table off, and items can be deleted.", cause);

    internal static StorageException WriteFailed(string directory, Exception cause)
        => new($"The disk of '{File(directory)}' refused a write ({Cause(cause)}), and nothing of it was stored. Check the disk and try again.", cause);

    internal static StorageException CannotMap(string directory, long sizeBytes, Exception cause)
        => new(
            $"The store '{File(directory)}' could not be mapped with {sizeBytes} bytes ({Cause(cause)}). Raise the address space limit of the process and open it again.",
            cause);

    internal static StorageException TooLargeForOneTransaction(string directory, Exception cause)
        => new($"The write to '{File(directory)}' is too large for one transaction ({Cause(cause)}). Split it.", cause);

    internal static StorageException NotLmdb(string directory, Exception cause)
        => new(
            $"The file '{File(directory)}' is not an EFCore.Dynamo store, or its head is damaged ({Cause(cause)}). Choose another data directory, or restore the file from a backup.",
            cause);

    internal static StorageException OtherLmdbVersion(string directory, Exception cause)
        => new(
            $"The file '{File(directory)}' was written by another format of LMDB ({Cause(cause)}). Choose another data directory, or use the LMDB version that wrote it.",
            cause);

    internal static StorageException OtherFormat(string directory, uint loadedFormat) => loadedFormat == LmdbFileLayout.Lmdb10.FileFormat
        ? new(
            $"The store '{File(directory)}' has the file format of LMDB 0.9, and LMDB 1.0 of the package LightningDB is loaded. Open it with the system's "
                + $"liblmdb ({LmdbLibrary.ChoiceVariable}=system), or choose another data directory.")
        : new(
            $"The store '{File(directory)}' has the file format of LMDB 1.0, and LMDB 0.9 of the system is loaded. Open it with the library of the package "
                + $"LightningDB ({LmdbLibrary.ChoiceVariable}=package, where it loads), or choose another data directory.");

    internal static StorageException Foreign(string directory)
        => new($"The file '{File(directory)}' is an LMDB file of another application. Choose another data directory.");

    internal static StorageException Newer(string directory, uint version, uint supported)
        => new(
            $"The store '{File(directory)}' has format version {version}, and this version of EFCore.Dynamo reads up to {supported}. Use a newer "
                + "EFCore.Dynamo, or another data directory.");

    internal static StorageException Truncated(string directory, long sizeBytes, long expectedBytes)
        => new($"The store '{File(directory)}' is cut off: it has {sizeBytes} bytes and should have {expectedBytes}. Restore it from a backup.");

    internal static StorageException KeySize(string directory, int stored, int supported)
        => new(
            $"The store '{File(directory)}' has keys of up to {stored} bytes, and this liblmdb was built for {supported}. Use the liblmdb build that wrote "
                + "it.");

    internal static StorageException InUse(string directory, string? processId, Exception? cause)
        => new(
            $"The data directory '{directory}' is already open{(processId is null ? "" : $" in process {processId}")}. Close it there, or choose another data directory.",
            cause);

    internal static StorageException NotADirectory(string directory)
        => new($"The data directory '{directory}' is a file. Choose another path for the data directory.");

    internal static StorageException CannotUseDirectory(string directory, Exception cause)
        => new(
            $"The data directory '{directory}' cannot be used: {cause.Message.TrimEnd('.')}. Check the path and its permissions, or choose another data directory.",
            cause);

    private static string File(string directory) => Path.Combine(directory, DataFileName);

    private static string Cause(Exception? cause) => cause?.Message ?? "unknown cause";
}

using System.Collections.Concurrent;
using System.Globalization;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>A data directory that this store alone has open.</summary>
/// <remarks>
///     The lock is the operating system's on <c>dynamo.lock</c>: it ends with the process, however that ends. <c>dynamo.pid</c> beside it only names the
///     holder, since a locked file cannot be read, and the boot of the machine: one that is left over from an earlier boot tells of a crashed machine. Within
///     the process a list of open directories holds even where file locks are switched off.
/// </remarks>
internal sealed class StoreDirectory : IDisposable
{
    internal const string LockFileName = "dynamo.lock";

    private const string ProcessFileName = "dynamo.pid";

    private static readonly ConcurrentDictionary<string, bool> OpenDirectories = new(StringComparer.Ordinal);

    private readonly FileStream _lock;
    private readonly string _realPath;
    private readonly bool _isTemporary;

    private StoreDirectory(string path, string realPath, FileStream fileLock, bool isTemporary, bool isLeftByCrashedMachine)
    {
        IsLeftByCrashedMachine = isLeftByCrashedMachine;
        Path = path;
        _realPath = realPath;
        _lock = fileLock;
        _isTemporary = isTemporary;
    }

    internal string Path { get; }

    /// <summary>The last holder neither closed the store nor was merely killed: what it wrote last may not have reached the disk in order.</summary>
    internal bool IsLeftByCrashedMachine { get; }

    /// <summary>Creates the directory when missing and locks it.</summary>
    /// <exception cref="StorageException">It is open elsewhere, or cannot be used.</exception>
    internal static StoreDirectory Open(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        try
        {
            var path = System.IO.Path.GetFullPath(directory);
            if (File.Exists(path))
            {
                throw StorageErrors.NotADirectory(path);
            }

            Directory.CreateDirectory(path);
            return Lock(path, isTemporary: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw StorageErrors.CannotUseDirectory(directory, exception);
        }
    }

    /// <summary>Locks an existing directory. A temporary one is deleted on dispose.</summary>
    /// <exception cref="StorageException">It is open elsewhere.</exception>
    internal static StoreDirectory Lock(string path, bool isTemporary)
    {
        var realPath = new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        if (!OpenDirectories.TryAdd(realPath, true))
        {
            throw StorageErrors.InUse(path, CurrentProcessId(), null);
        }

        FileStream? fileLock = null;
        try
        {
            fileLock = LockFile(path);
            var boot = ReadBootId();
            var isLeft = ReadProcessFile(path) is [_, var lastBoot, ..] && (boot.Length == 0 || lastBoot != boot);
            WriteProcessFile(path, boot);
            return new StoreDirectory(path, realPath, fileLock, isTemporary, isLeft);
        }
        catch
        {
            fileLock?.Dispose();
            OpenDirectories.TryRemove(realPath, out _);
            throw;
        }
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            _lock.Dispose(); // which cannot delete a file that is open
        }

        // Elsewhere deleted while still locked, so that nobody takes a directory for left over that is just going.
        var processFile = System.IO.Path.Combine(Path, ProcessFileName);
        if (_isTemporary)
        {
            DeleteTemporary();
        }
        else if (File.Exists(processFile))
        {
            File.Delete(processFile);
        }

        _lock.Dispose();
        OpenDirectories.TryRemove(_realPath, out _);
    }

    private void DeleteTemporary()
    {
        try
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }
        }
        catch (IOException)
        {
            // Once the lock file is gone, another process that removes left-overs may take this directory for one and put a lock of its own into it: then it
            // also deletes it.
        }
    }

    private static FileStream LockFile(string path)
    {
        var file = System.IO.Path.Combine(path, LockFileName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeldElsewhere(exception))
        {
            throw StorageErrors.InUse(path, ReadProcessId(path), exception);
        }
    }

    private static bool IsHeldElsewhere(IOException exception)
    {
        const int SharingViolation = unchecked((int)0x80070020);
        const int WouldBlockOnLinux = 11;
        const int WouldBlockOnMac = 35;
        return exception.GetType() == typeof(IOException) && exception.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac;
    }

    private static string? ReadProcessId(string path) => ReadProcessFile(path) is [{ Length: > 0 } id, ..] ? id : null;

    private static string[] ReadProcessFile(string path)
    {
        try
        {
            return File.ReadAllLines(System.IO.Path.Combine(path, ProcessFileName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // there is none, the holder has not written it yet, or keeps it to itself
        }
    }

    private static void WriteProcessFile(string path, string boot)
    {
        try
        {
            File.WriteAllText(System.IO.Path.Combine(path, ProcessFileName), $"{CurrentProcessId()}\n{boot}\n");
        }
        catch (IOException exception) when (LmdbError.IsDiskFull(exception.HResult & 0xFFFF))
        {
            // On a full disk a store is opened all the same, to delete what is in it.
        }
    }

    /// <summary>Changes with every start of the machine; empty where the system does not tell.</summary>
    private static string ReadBootId()
    {
        const string File = "/proc/sys/kernel/random/boot_id";
        return System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).Trim() : "";
    }

    private static string CurrentProcessId() => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Private directories in memory, and the removal of those that killed processes left.</summary>
internal static class MemoryDirectory
{
    private const string Prefix = "efcore-dynamo-memory-";
    private const string SharedMemory = "/dev/shm";

    private static readonly TimeSpan CreationGrace = TimeSpan.FromMinutes(1);

    /// <summary>A new directory on tmpfs where there is one, else under the temporary path; deleted when the result is disposed.</summary>
    /// <exception cref="StorageException">Neither can be written.</exception>
    internal static StoreDirectory Create(TimeProvider timeProvider)
    {
        var root = Directory.Exists(SharedMemory) ? SharedMemory : Path.GetTempPath();
        RemoveLeftOvers(root, timeProvider);
        try
        {
            return CreateIn(root);
        }
        catch (StorageException)
        {
            // Somebody cleaning up took the lock in the instant before we did; the next name is ours.
            return CreateIn(root);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException && root == SharedMemory)
        {
            // Containers may mount it read-only.
            return CreateIn(Path.GetTempPath());
        }
    }

    /// <summary>Deletes directories of our name whose lock nobody holds.</summary>
    internal static void RemoveLeftOvers(string root, TimeProvider timeProvider)
    {
        foreach (var directory in Directory.EnumerateDirectories(root, Prefix + "*"))
        {
            try
            {
                var lockFile = Path.Combine(directory, StoreDirectory.LockFileName);
                // Without a lock file it may be one that is being created this moment.
                if (!File.Exists(lockFile) && timeProvider.GetUtcNow().UtcDateTime - Directory.GetCreationTimeUtc(directory) < CreationGrace)
                {
                    continue;
                }

                using (new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
                {
                    RemoveContent(directory, lockFile);
                }

                Directory.Delete(directory, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Alive, another user's, or gone meanwhile: not ours to remove.
            }
        }
    }

    private static void RemoveContent(string directory, string lockFile)
    {
        foreach (var file in Directory.EnumerateFiles(directory))
        {
            if (file != lockFile)
            {
                File.Delete(file);
            }
        }
    }

    private static StoreDirectory CreateIn(string root)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(path);
        return StoreDirectory.Lock(path, isTemporary: true);
    }
}

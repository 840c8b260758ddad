using System.Text;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>An open <c>MDB_env</c> with its one unnamed database.</summary>
/// <remarks>
///     Who may call what when is the store's business: no transaction may run during <see cref="SetMapSize" /> and <see cref="Dispose" />.
///     Corruption poisons: the first cause is kept and thrown again from every later call.
/// </remarks>
internal sealed unsafe class LmdbEnvironment : IDisposable
{
    private const int OwnerReadsAndWritesGroupReads = 0x1A0; // 0640
    private const uint ReadOnlyTransaction = 0x20000;

    private readonly string _path;
    private nint _handle;
    private volatile StorageException? _poison;

    private LmdbEnvironment(nint handle, string path)
    {
        _handle = handle;
        _path = path;
    }

    /// <summary>The database that all keys are in.</summary>
    internal uint Database { get; private set; }

    internal int MaxKeySizeBytes => LmdbNative.mdb_env_get_maxkeysize(_handle);

    /// <summary>The directory, for messages.</summary>
    internal string Path => _path;

    /// <exception cref="LmdbException">LMDB refused; nothing stays open.</exception>
    internal static LmdbEnvironment Open(string directory, long mapSizeBytes, uint maxReaders, LmdbFlags flags)
    {
        LmdbLibrary.EnsureLoaded();
        nint handle;
        Check(LmdbNative.mdb_env_create(&handle), "mdb_env_create");
        var environment = new LmdbEnvironment(handle, directory);
        try
        {
            Check(LmdbNative.mdb_env_set_mapsize(handle, (nuint)mapSizeBytes), "mdb_env_set_mapsize");
            Check(LmdbNative.mdb_env_set_maxreaders(handle, maxReaders), "mdb_env_set_maxreaders");
            fixed (byte* path = Encoding.UTF8.GetBytes(directory + '\0'))
                Check(LmdbNative.mdb_env_open(handle, path, (uint)(flags | LmdbFlags.NoThreadLocalStorage), OwnerReadsAndWritesGroupReads), "mdb_env_open");

            int dead;
            Check(LmdbNative.mdb_reader_check(handle, &dead), "mdb_reader_check");
            environment.OpenDatabase();
            return environment;
        }
        catch
        {
            environment.Dispose();
            throw;
        }
    }

    /// <summary>Fails fast with the first cause once the environment is given up.</summary>
    internal void ThrowIfPoisoned()
    {
        if (_poison is { } first)
            throw new StorageException(first.Message, first);
    }

    /// <summary>Gives the environment up; the first cause stays.</summary>
    internal StorageException Poison(StorageException cause)
    {
        Interlocked.CompareExchange(ref _poison, cause, null);
        return cause;
    }

    internal LmdbTransaction BeginRead() => Begin(ReadOnlyTransaction);

    internal LmdbTransaction BeginWrite() => Begin(0);

    internal LmdbInfo GetInfo()
    {
        LmdbInfo info;
        Check(LmdbNative.mdb_env_info(_handle, &info), "mdb_env_info");
        return info;
    }

    internal LmdbStatistics GetStatistics()
    {
        LmdbStatistics statistics;
        Check(LmdbNative.mdb_env_stat(_handle, &statistics), "mdb_env_stat");
        return statistics;
    }

    /// <summary>Maps the file anew. No transaction of this process may be active.</summary>
    internal void SetMapSize(long sizeBytes) => Check(LmdbNative.mdb_env_set_mapsize(_handle, (nuint)sizeBytes), "mdb_env_set_mapsize");

    /// <summary>Puts everything committed on the disk, whatever the flags say.</summary>
    internal void Sync() => Check(LmdbNative.mdb_env_sync(_handle, 1), "mdb_env_sync");

    public void Dispose()
    {
        if (_handle == 0)
            return;

        LmdbNative.mdb_env_close(_handle);
        _handle = 0;
    }

    private void OpenDatabase()
    {
        LmdbTransaction transaction = BeginRead();
        uint database;
        int code = LmdbNative.mdb_dbi_open(transaction.Handle, null, 0, &database);
        if (code != LmdbError.Success)
        {
            transaction.Abort();
            throw new LmdbException(code, "mdb_dbi_open");
        }

        Database = database;
        transaction.Commit();
    }

    private LmdbTransaction Begin(uint flags)
    {
        nint transaction;
        Check(LmdbNative.mdb_txn_begin(_handle, 0, flags, &transaction), "mdb_txn_begin");
        return new LmdbTransaction(transaction, Database);
    }

    private static void Check(int code, string call)
    {
        if (code != LmdbError.Success)
            throw new LmdbException(code, call);
    }
}

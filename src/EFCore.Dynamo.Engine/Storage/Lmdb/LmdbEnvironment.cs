using EFCore.Dynamo.Errors;
using LightningDB;
using LightningDB.Native;
using NativeLmdb = LightningDB.Native.Lmdb;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>An open <c>MDB_env</c> with its one unnamed database.</summary>
/// <remarks>
///     Who may call what when is the store's business: no transaction may run during <see cref="SetMapSize" /> and <see cref="Dispose" />.
///     Corruption poisons: the first cause is kept and thrown again from every later call.
/// </remarks>
internal sealed unsafe class LmdbEnvironment : IDisposable
{
    private const UnixAccessMode OwnerReadsAndWritesGroupReads = UnixAccessMode.OwnerRead | UnixAccessMode.OwnerWrite | UnixAccessMode.GroupRead;
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

    internal int MaxKeySizeBytes => NativeLmdb.mdb_env_get_maxkeysize(_handle);

    /// <summary>The directory, for messages.</summary>
    internal string Path => _path;

    /// <exception cref="LmdbException">LMDB refused; nothing stays open.</exception>
    internal static LmdbEnvironment Open(string directory, long mapSizeBytes, uint maxReaders, EnvironmentOpenFlags flags)
    {
        LmdbLibrary.EnsureLoaded();
        Check(NativeLmdb.mdb_env_create(out var handle), "mdb_env_create");
        var environment = new LmdbEnvironment(handle, directory);
        try
        {
            Check(NativeLmdb.mdb_env_set_mapsize(handle, mapSizeBytes), "mdb_env_set_mapsize");
            Check(NativeLmdb.mdb_env_set_maxreaders(handle, maxReaders), "mdb_env_set_maxreaders");
            Check(NativeLmdb.mdb_env_open(handle, directory, flags | EnvironmentOpenFlags.NoThreadLocalStorage, OwnerReadsAndWritesGroupReads), "mdb_env_open");
            Check(NativeLmdb.mdb_reader_check(handle, out _), "mdb_reader_check");
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
        {
            throw new StorageException(first.Message, first);
        }
    }

    /// <summary>Gives the environment up; the first cause stays.</summary>
    internal StorageException Poison(StorageException cause)
    {
        Interlocked.CompareExchange(ref _poison, cause, null);
        return cause;
    }

    internal LmdbTransaction BeginRead() => Begin(ReadOnlyTransaction);

    internal LmdbTransaction BeginWrite() => Begin(0);

    /// <summary>The map and the last page and transaction in it.</summary>
    internal MDBEnvInfo GetInfo()
    {
        Check(NativeLmdb.mdb_env_info(_handle, out var info), "mdb_env_info");
        return info;
    }

    /// <summary>The pages and entries of the database.</summary>
    internal MDBStat GetStatistics()
    {
        Check(NativeLmdb.mdb_env_stat(_handle, out var statistics), "mdb_env_stat");
        return statistics;
    }

    /// <summary>Maps the file anew. No transaction of this process may be active.</summary>
    internal void SetMapSize(long sizeBytes) => Check(NativeLmdb.mdb_env_set_mapsize(_handle, sizeBytes), "mdb_env_set_mapsize");

    /// <summary>Puts everything committed on the disk, whatever the flags say.</summary>
    internal void Sync() => Check(NativeLmdb.mdb_env_sync(_handle, true), "mdb_env_sync");

    public void Dispose()
    {
        if (_handle == 0)
        {
            return;
        }

        NativeLmdb.mdb_env_close(_handle);
        _handle = 0;
    }

    private void OpenDatabase()
    {
        var transaction = BeginRead();
        var code =
            (int)NativeLmdb.mdb_dbi_open(
                transaction.Handle, null!, DatabaseOpenFlags.None, out var database); // no name: the database that every environment has
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

    private static void Check(MDBResultCode code, string call) => Check((int)code, call);

    private static void Check(int code, string call)
    {
        if (code != LmdbError.Success)
        {
            throw new LmdbException(code, call);
        }
    }
}

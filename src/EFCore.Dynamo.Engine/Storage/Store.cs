using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>One LMDB environment: ordered bytes, many readers, one grouped writer.</summary>
/// <remarks>Safe for concurrent use. Storage's README has the contract of its transactions.</remarks>
internal sealed class Store : IDisposable
{
    /// <summary>More threads than this inside read transactions at once have to take turns.</summary>
    internal const int MaxReaders = 1022;

    private readonly StoreDirectory _directory;
    private readonly LmdbEnvironment _environment;
    private readonly ReaderPool _readers;
    private readonly StoreMap _map;
    private readonly GroupCommitter _committer;
    private readonly BackgroundSync? _sync;
    private readonly FileReserve? _reserve;

    private int _isDisposed;

    private Store(StoreDirectory directory, LmdbEnvironment environment, StoreOptions options, ICommitStep commitStep)
    {
        _directory = directory;
        _environment = environment;
        _readers = new ReaderPool(environment, MaxReaders);
        _map = new StoreMap(environment, _readers, StoreMap.RoundToPages(options.MaxMapSizeBytes));
        if (options.DataDirectory is not null)
        {
            _reserve = new FileReserve(environment, Path.Combine(directory.Path, StorageErrors.DataFileName));
        }

        var disk = _reserve is null ? null : new DiskReserve(directory.Path, _reserve);
        var room = new StoreRoom(environment, _map, disk);
        var transaction = new GroupTransaction(environment, _map, room, commitStep, options.TimeProvider);
        _committer = new GroupCommitter(transaction, _readers);
        if (disk is not null)
        {
            transaction.Committed += disk.OnCommitted;
        }

        if (options is { Durability: Durability.Relaxed, DataDirectory: not null })
        {
            _sync = new BackgroundSync(environment, options.TimeProvider, options.RelaxedSyncInterval);
            transaction.Committed += _sync.OnCommitted;
        }
        else if (_reserve is not null)
        {
            transaction.Committed += _reserve.OnCommitted;
        }
    }

    /// <summary>Where the files are, in memory mode too.</summary>
    public string DirectoryPath => _directory.Path;

    /// <summary>The size of the memory map; the file grows up to it as it is used.</summary>
    public long MapSizeBytes => _map.SizeBytes;

    /// <summary>Opens or creates; refuses a directory that another store has open, and a file that is not this project's.</summary>
    /// <exception cref="StorageException">One sentence that names the directory or file and the way out.</exception>
    public static Store Open(StoreOptions options) => Open(options, new LmdbCommitStep());

    /// <summary>The same with another commit, for tests of bad luck.</summary>
    internal static Store Open(StoreOptions options, ICommitStep commitStep)
    {
        options.Validate();
        LmdbLibrary.EnsureLoaded();
        var isInMemory = options.DataDirectory is null;
        var directory = options.DataDirectory is { } path ? StoreDirectory.Open(path) : MemoryDirectory.Create(options.TimeProvider);
        try
        {
            return new Store(directory, StoreOpener.Open(directory, options, isInMemory), options, commitStep);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>A snapshot. Dispose it on the thread that began it, before any await; spans read from it end with it.</summary>
    /// <exception cref="StorageException">The store was given up; the message has the first cause.</exception>
    public ReadTransaction BeginRead() => new(_readers.Rent());

    /// <summary>Executes and commits in a group. Uncontended, it completes on the caller's thread without allocating.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before it was executed; later the token has no effect.</exception>
    /// <exception cref="StorageFullException">No space; nothing of this operation was stored.</exception>
    public ValueTask<TResult> WriteAsync<TResult>(IWriteOperation<TResult> operation, CancellationToken cancellationToken)
        => _committer.WriteAsync(operation, cancellationToken);

    /// <summary>Waits for running transactions, flushes, closes; queued writes fail with ObjectDisposedException.</summary>
    public void Dispose()
    {
        _committer.ThrowIfInsideTransaction();
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _committer.Close();
        _sync?.Dispose();
        _reserve?.Dispose();
        _readers.CloseGate();
        _readers.Close();
        _environment.Dispose();
        _directory.Dispose();
    }
}

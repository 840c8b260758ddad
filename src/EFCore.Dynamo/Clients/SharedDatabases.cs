using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Properties;

namespace EFCore.Dynamo.Clients;

/// <summary>One open client a data directory (or named in-memory database) and process, shared by all contexts that use it.</summary>
/// <remarks>
///     A directory that no context uses stays open for a while, because opening one costs a thousand reads and the next context usually comes at once;
///     then it is closed, and another process may open it. Named in-memory databases stay until the process ends: closing one would lose it.
/// </remarks>
internal sealed class SharedDatabases
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SharedDatabase> _databases
        = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private readonly Func<DynamoConnectionString, IDynamoClient> _open;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _idleTime;

    /// <summary>Creates an empty pool.</summary>
    /// <param name="open">Opens a client; called under the pool's lock, so never twice at once.</param>
    /// <param name="timeProvider">Measures <paramref name="idleTime" />.</param>
    /// <param name="idleTime">How long a directory stays open after its last context.</param>
    public SharedDatabases(Func<DynamoConnectionString, IDynamoClient> open, TimeProvider timeProvider, TimeSpan idleTime)
    {
        _open = open;
        _timeProvider = timeProvider;
        _idleTime = idleTime;
    }

    /// <summary>The process's own.</summary>
    public static SharedDatabases Default { get; } = CreateDefault();

    /// <summary>The client of the connection string's database, opened if need be; dispose the lease when the context ends.</summary>
    /// <exception cref="InvalidOperationException">The directory is open in this process with other settings.</exception>
    public SharedDatabaseLease Lease(DynamoConnectionString connectionString)
    {
        var key = connectionString.IsInMemory ? "memory:" + connectionString.DataSource : Normalize(connectionString.DataSource);
        lock (_lock)
        {
            if (_databases.TryGetValue(key, out var database) && IsGone(database))
            {
                Close(database);
                database = null;
            }

            if (database is null)
            {
                database = new SharedDatabase(key, connectionString, _open(connectionString));
                _databases.Add(key, database);
            }
            else if (!database.Settings.HasSettingsOf(connectionString))
            {
                throw new InvalidOperationException(
                    DynamoStrings.DatabaseOpenWithOtherSettings(database.Settings.ToString(), connectionString.ToString()));
            }

            database.LeaseCount++;
            database.IdleTimer?.Dispose();
            database.IdleTimer = null;
            return new SharedDatabaseLease(this, database);
        }
    }

    /// <summary>Closes the directories that no context uses.</summary>
    public void CloseIdle()
    {
        lock (_lock)
        {
            foreach (var database in _databases.Values.Where(database => database is { LeaseCount: 0, Settings.IsInMemory: false }).ToArray())
            {
                Close(database);
            }
        }
    }

    internal void Return(SharedDatabase database)
    {
        lock (_lock)
        {
            if (--database.LeaseCount == 0 && !database.Settings.IsInMemory)
            {
                database.IdleTimer = _timeProvider.CreateTimer(CloseWhenIdle, database, _idleTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private static SharedDatabases CreateDefault()
    {
        var databases = new SharedDatabases(EmbeddedDatabase.Open, TimeProvider.System, TimeSpan.FromSeconds(30));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => databases.CloseAll();
        return databases;
    }

    private static string Normalize(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    // A test or a user deletes a directory between two contexts. Where the system lets them delete open files, writes to the kept database would go nowhere.
    private static bool IsGone(SharedDatabase database)
        => database is { LeaseCount: 0, Settings.IsInMemory: false } && EmbeddedDatabase.IsDeleted(database.Client, database.Settings);

    private void CloseWhenIdle(object? state)
    {
        var database = (SharedDatabase)state!; // set in Return
        lock (_lock)
        {
            // The timer may have fired while a new lease was being taken.
            if (database is { LeaseCount: 0, IdleTimer: not null })
            {
                Close(database);
            }
        }
    }

    private void CloseAll()
    {
        lock (_lock)
        {
            foreach (var database in _databases.Values.ToArray())
            {
                Close(database);
            }
        }
    }

    private void Close(SharedDatabase database)
    {
        database.IdleTimer?.Dispose();
        database.IdleTimer = null;
        _databases.Remove(database.Key);
        database.Client.Dispose();
    }
}

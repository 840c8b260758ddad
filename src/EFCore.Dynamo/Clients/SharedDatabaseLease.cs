namespace EFCore.Dynamo.Clients;

/// <summary>A context's hold on a shared client.</summary>
internal sealed class SharedDatabaseLease(SharedDatabases pool, SharedDatabase database) : IDisposable
{
    private int _isReturned;

    public IDynamoClient Client => database.Client;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReturned, 1) == 0)
        {
            pool.Return(database);
        }
    }
}

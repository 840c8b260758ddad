using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Clients;

/// <summary>An open client in <see cref="SharedDatabases" />; its fields change under the pool's lock only.</summary>
internal sealed class SharedDatabase(string key, DynamoConnectionString settings, IDynamoClient client)
{
    public string Key { get; } = key;

    public DynamoConnectionString Settings { get; } = settings;

    public IDynamoClient Client { get; } = client;

    public int LeaseCount { get; set; }

    public ITimer? IdleTimer { get; set; }
}

using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Tests.Stores;

/// <summary>The embedded engine, in memory.</summary>
public sealed class EmbeddedStore : TestStore
{
    private readonly SharedDatabaseLease _lease;

    public EmbeddedStore() => _lease = SharedDatabases.Default.Lease(DynamoConnectionString.Parse(ConnectionString));

    /// <inheritdoc />
    public override string ConnectionString { get; } = $"Data Source=store-{Guid.NewGuid():N};Mode=Memory";

    /// <inheritdoc />
    public override IDynamoClient Client => _lease.Client;

    /// <inheritdoc />
    public override void Dispose() => _lease.Dispose();
}

using System.Collections.Concurrent;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>An embedded database in memory for one fixture, or for one test of a class whose tests have models of their own.</summary>
/// <remarks>
///     Also what EF calls shared is a fixture's own: seeding costs less than finding out which fixtures may share. Scans are allowed, because the tests ask
///     for whole sets.
/// </remarks>
public sealed class DynamoTestStore(string name, bool shared) : TestStore(name, shared)
{
    // Not each of EF's tests disposes its store, and each store has files in memory.
    private static readonly ConcurrentDictionary<EmbeddedDynamoClient, string> OpenClients = new();

    private readonly EmbeddedDynamoClient _client = Open(name);

    static DynamoTestStore()
        => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
        {
            foreach (var client in OpenClients.Keys)
            {
                client.Dispose();
            }
        };

    /// <summary>The client of the contexts.</summary>
    public IDynamoClient Client => _client;

    /// <inheritdoc />
    public override DbContextOptionsBuilder AddProviderOptions(DbContextOptionsBuilder builder)
        => builder.UseDynamo(_client, static options => options.ScanBehavior(SpecificationMode.ScanBehavior))
            // The fixtures make errors of all warnings that are not named.
            .ConfigureWarnings(static warnings => warnings.Log(
                DynamoEventId.ConfigurationIgnored, DynamoEventId.PrimaryKeyNotIndexed, CoreEventId.CollectionWithoutComparer));

    /// <inheritdoc />
    public override async Task CleanAsync(DbContext context)
    {
        // More than 100 items are no transaction, and tests share one database without one.
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;

        // Other tests of the class had other models, so that the tables of this one are not all.
        var tables = await _client.ListTablesAsync(new ListTablesRequest());
        foreach (var table in tables.TableNames)
        {
            await _client.DeleteTableAsync(new DeleteTableRequest { TableName = table });
        }

        await context.Database.EnsureCreatedAsync();
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        OpenClients.TryRemove(_client, out _);
        return _client.DisposeAsync();
    }

    // Each store is another database, whatever its name.
    /// <inheritdoc />
    protected override TestStoreIndex GetTestStoreIndex(IServiceProvider? serviceProvider) => new();

    private static EmbeddedDynamoClient Open(string name)
    {
        var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        OpenClients.TryAdd(client, name);
        return client;
    }
}

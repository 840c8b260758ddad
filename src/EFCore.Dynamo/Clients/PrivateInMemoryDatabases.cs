using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Clients;

/// <summary>In-memory databases that live as long as the object they belong to: the call of <c>UseDynamo</c>, or the application's services.</summary>
internal static class PrivateInMemoryDatabases
{
    private static readonly ConditionalWeakTable<object, Database> Databases = [];

    // Finalizers do not run when a process ends, and an in-memory database is files on a memory disk that must go.
    private static readonly ConcurrentDictionary<IDynamoClient, bool> OpenClients = new();

    static PrivateInMemoryDatabases()
        => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
        {
            foreach (var client in OpenClients.Keys)
            {
                client.Dispose();
            }
        };

    /// <summary>The owner's database, created the first time.</summary>
    public static IDynamoClient Get(object owner, DynamoConnectionString connectionString)
    {
        // The table may run the factory twice in a race, and would leave a database open; the lock keeps it to one.
        lock (Databases)
        {
            return Databases.GetValue(owner, _ => new Database(EmbeddedDatabase.Open(connectionString))).Client;
        }
    }

    private sealed class Database
    {
        public Database(IDynamoClient client)
        {
            Client = client;
            OpenClients.TryAdd(client, true);
        }

        // Nobody disposes options or is told when an application's services are gone; the garbage collector knows.
#pragma warning disable MA0055 // The one owner that could dispose it does not know of it.
        ~Database()
#pragma warning restore MA0055
        {
            OpenClients.TryRemove(Client, out _);
            Client.Dispose();
        }

        public IDynamoClient Client { get; }
    }
}

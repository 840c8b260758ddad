using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using Shouldly;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>What tests see of an engine's inside.</summary>
internal static class EmbeddedDynamoClientProbe
{
    /// <summary>Items and index entries of all tables, deleted ones included.</summary>
    public static int CountItems(this EmbeddedDynamoClient client) => Count(client, Keyspace.Item) + Count(client, Keyspace.IndexEntry);

    /// <summary>Tokens in the store, expired ones included.</summary>
    public static int CountRequestTokens(this EmbeddedDynamoClient client) => Count(client, Keyspace.IdempotencyToken) / 2;

    /// <summary>Descriptions, shards, states and records of all streams, and the number of the next one.</summary>
    public static int CountStreamEntries(this EmbeddedDynamoClient client) => Count(client, Keyspace.Stream);

    /// <summary>Waits until no deleted table has items left; a test that waits in vain hangs until the run's own limit.</summary>
    public static async Task WhenPurgedAsync(this EmbeddedDynamoClient client)
    {
        while (!client.Workers.Purger.IsIdle)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    /// <summary>
    ///     Waits until every round of the deletion of expired items that was asked for is over; a test that waits in vain hangs until the run's own limit.
    /// </summary>
    public static async Task WhenExpiryIsIdleAsync(this EmbeddedDynamoClient client)
    {
        while (!client.Workers.Expiry.IsIdle)
        {
            await Task.Yield();
        }
    }

    /// <summary>Waits until every round over the changes of indexes that wait is over; a test that waits in vain hangs until the run's own limit.</summary>
    public static async Task WhenIndexQueueIsIdleAsync(this EmbeddedDynamoClient client)
    {
        while (!client.Workers.IndexQueue.ShouldNotBeNull().IsIdle)
        {
            await Task.Yield();
        }
    }

    /// <summary>Changes a table's version in the store, as another change of the table would.</summary>
    public static async Task SetStoredVersionAsync(this EmbeddedDynamoClient client, string table, int version)
        => await client.Context.Store.WriteAsync(new VersionChange(client.Context.FindTable(table).ShouldNotBeNull(), version), CancellationToken.None);

    /// <summary>Publishes that change in memory.</summary>
    public static void SetCachedVersion(this EmbeddedDynamoClient client, string table, int version)
    {
        var document = client.Context.FindTable(table).ShouldNotBeNull().Document;
        client.Context.Catalog.Current = client.Context.Catalog.Current.With(client.Context.Catalog.CreateSchema(document with { Version = version }));
    }

    private static int Count(EmbeddedDynamoClient client, Keyspace keyspace)
    {
        using var transaction = client.Context.Store.BeginRead();
        using var cursor = transaction.OpenCursor();
        var count = 0;
        for (var found = cursor.SeekAtLeast([(byte)keyspace]); found && cursor.Key[0] == (byte)keyspace; found = cursor.MoveNext())
        {
            count++;
        }

        return count;
    }

    private sealed class VersionChange(TableSchema table, int version) : IWriteOperation<bool>
    {
        public bool Execute(WriteTransaction transaction)
        {
            TableStatistics.Create(version, table.Indexes.Length, new byte[TableStatistics.MaxBytes]).Write(transaction, table.Id);
            return true;
        }
    }
}

using EFCore.Dynamo.Engine.Storage.Keys;

namespace EFCore.Dynamo.Engine.Tests;

/// <summary>What tests see of an engine's inside.</summary>
internal static class EmbeddedDynamoClientProbe
{
    /// <summary>Items and index entries of all tables, deleted ones included.</summary>
    public static int CountItems(this EmbeddedDynamoClient client) => Count(client, Keyspace.Item) + Count(client, Keyspace.IndexEntry);

    /// <summary>Tokens in the store, expired ones included.</summary>
    public static int CountRequestTokens(this EmbeddedDynamoClient client) => Count(client, Keyspace.IdempotencyToken) / 2;

    /// <summary>Waits until no deleted table has items left; a test that waits in vain hangs until the run's own limit.</summary>
    public static async Task WhenPurgedAsync(this EmbeddedDynamoClient client)
    {
        while (client.Context.Purger.PendingCount > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5));
    }

    private static int Count(EmbeddedDynamoClient client, Keyspace keyspace)
    {
        using var transaction = client.Context.Store.BeginRead();
        using var cursor = transaction.OpenCursor();
        var count = 0;
        for (var found = cursor.SeekAtLeast([(byte)keyspace]); found && cursor.Key[0] == (byte)keyspace; found = cursor.MoveNext())
            count++;
        return count;
    }
}

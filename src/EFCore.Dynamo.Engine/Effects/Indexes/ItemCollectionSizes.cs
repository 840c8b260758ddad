using System.Buffers.Binary;
using System.Security.Cryptography;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>The size of each item collection of a table with local secondary indexes, which the service limits to 10 GB and reports on request.</summary>
/// <remarks>One entry a collection, under the table's id and the SHA-256 of the partition key; in the write's own transaction.</remarks>
internal static class ItemCollectionSizes
{
    public const long MaxSizeBytes = 10L << 30;
    public const string LimitExceeded = "Collection size exceeded.";

    private const int KeyBytes = 6 + SHA256.HashSizeInBytes;

    public static long Get(TransactionView transaction, TableSchema table, ItemSpan key)
    {
        Span<byte> storeKey = stackalloc byte[KeyBytes];
        WriteKey(storeKey, table, key);
        return transaction.TryGet(storeKey, out var stored) ? BinaryPrimitives.ReadInt64LittleEndian(stored) : 0;
    }

    public static void Add(WriteTransaction transaction, TableSchema table, ItemSpan key, long growthBytes)
    {
        if (growthBytes == 0)
        {
            return;
        }

        Span<byte> storeKey = stackalloc byte[KeyBytes];
        WriteKey(storeKey, table, key);
        var size = transaction.TryGet(storeKey, out var stored) ? BinaryPrimitives.ReadInt64LittleEndian(stored) : 0;
        size += growthBytes;
        if (size == 0)
        {
            transaction.Delete(storeKey);
            return;
        }

        Span<byte> value = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(value, size);
        transaction.Put(storeKey, value);
    }

    /// <summary>The service gives an estimate in whole gigabytes: a lower bound, and one more.</summary>
    public static ItemCollectionMetrics GetMetrics(TransactionView transaction, TableSchema table, ItemSpan key)
    {
        var lower = Get(transaction, table, key) >> 30;
        table.PartitionKey.TryFind(key, out var value);
        return new ItemCollectionMetrics(Item.Create((table.PartitionKey.Text, value.ToAttributeValue())), (lower, lower + 1));
    }

    private static void WriteKey(Span<byte> destination, TableSchema table, ItemSpan key)
    {
        if (!table.PartitionKey.TryFind(key, out var value))
        {
            throw new System.Diagnostics.UnreachableException("A validated key lacks its partition key.");
        }

        CatalogKeys.WriteItemCollections(destination, table.Id);
        SHA256.HashData(value.PackedBytes, destination[6..]);
    }
}

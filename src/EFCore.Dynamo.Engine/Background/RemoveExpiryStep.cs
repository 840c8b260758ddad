using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Removes some of the entries that switching time to live off has left, at last the note that there are any.</summary>
internal sealed class RemoveExpiryStep(int maxEntries) : IWriteOperation<ExpiryStepResult>
{
    public const int MaxEntries = 500;

    private static readonly ItemSpace AnyTable = ItemSpace.ForTable(0, [], []);

    /// <summary>Notes that the entries of the index are to be removed.</summary>
    public static void Begin(WriteTransaction transaction, uint indexId)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Put(CatalogKeys.WriteExpiryRemoval(key, indexId), []);
    }

    public ExpiryStepResult Execute(WriteTransaction transaction)
    {
        if (FindFirst(transaction) is not { } key)
        {
            return ExpiryStepResult.Done;
        }

        var indexId = BinaryPrimitives.ReadUInt32BigEndian(key.AsSpan(CatalogKeys.ExpiryRemovals.Length));
        if (!ExpiryIndex.GetEntries(indexId, AnyTable).DeleteSome(transaction, maxEntries))
        {
            transaction.Delete(key);
        }

        return ExpiryStepResult.More;
    }

    /// <summary>Whether there is anything to remove.</summary>
    public static bool IsPending(TransactionView transaction)
    {
        using var cursor = transaction.OpenCursor();
        return cursor.SeekAtLeast(CatalogKeys.ExpiryRemovals) && cursor.Key.StartsWith(CatalogKeys.ExpiryRemovals);
    }

    private static byte[]? FindFirst(WriteTransaction transaction)
    {
        using var cursor = transaction.OpenCursor();
        return cursor.SeekAtLeast(CatalogKeys.ExpiryRemovals) && cursor.Key.StartsWith(CatalogKeys.ExpiryRemovals) ? cursor.Key.ToArray() : null;
    }
}

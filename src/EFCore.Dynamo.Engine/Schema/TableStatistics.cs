using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Item counts and sizes of one table and its indexes, and the table's version: one small entry, read and written with each write.</summary>
/// <remarks>
///     Being in the write's own transaction makes the counts exact and the version check free: a table that was deleted has no entry, one that was changed
///     has another version. Layout: version i32, then count i64 and size i64 of the table and of each index, little-endian.
/// </remarks>
internal ref struct TableStatistics
{
    /// <summary>Room for a table with 25 indexes.</summary>
    public const int MaxBytes = 4 + (16 * 26);

    private readonly Span<byte> _bytes;

    private TableStatistics(Span<byte> bytes) => _bytes = bytes;

    /// <summary>The version of the table these are of.</summary>
    public readonly int Version => BinaryPrimitives.ReadInt32LittleEndian(_bytes);

    /// <summary>Whether the layout is that of the table's version: a reader may hold a newer or older definition than its transaction.</summary>
    public readonly bool IsOf(TableSchema table) => Version == table.Version && _bytes.Length == GetSizeBytes(table.Indexes.Length);

    /// <summary>Copies the entry into the buffer; false where the table does not exist (any more).</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="tableId">The table.</param>
    /// <param name="buffer"><see cref="MaxBytes" /> long; what is returned lives in it.</param>
    /// <param name="statistics">The counts.</param>
    public static bool TryRead(TransactionView transaction, uint tableId, Span<byte> buffer, out TableStatistics statistics)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        if (!transaction.TryGet(CatalogKeys.WriteStatistics(key, tableId), out var stored))
        {
            statistics = default;
            return false;
        }

        stored.CopyTo(buffer);
        statistics = new TableStatistics(buffer[..stored.Length]);
        return true;
    }

    /// <summary>What was read into the buffer before.</summary>
    public static TableStatistics Over(Span<byte> buffer, int indexCount) => new(buffer[..GetSizeBytes(indexCount)]);

    /// <summary>All zero, for a new table.</summary>
    public static TableStatistics Create(int version, int indexCount, Span<byte> buffer)
    {
        var bytes = buffer[..GetSizeBytes(indexCount)];
        bytes.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, version);
        return new TableStatistics(bytes);
    }

    /// <summary>The same counts in the layout of the changed table: an index that it adds starts at zero, one that it lacks is left out.</summary>
    /// <param name="table">The table that these are of.</param>
    /// <param name="changed">The same table after a change.</param>
    /// <param name="buffer"><see cref="MaxBytes" /> long; what is returned lives in it.</param>
    public readonly TableStatistics CarryOver(TableSchema table, TableSchema changed, Span<byte> buffer)
    {
        var carried = Create(changed.Version, changed.Indexes.Length, buffer);
        var (itemCount, sizeBytes) = Get(-1);
        carried.Add(-1, itemCount, sizeBytes);
        foreach (var index in changed.Indexes)
        {
            if (Array.Find(table.Indexes, before => before.Id == index.Id) is not { } before)
            {
                continue;
            }

            (itemCount, sizeBytes) = Get(before.Ordinal);
            carried.Add(index.Ordinal, itemCount, sizeBytes);
        }

        return carried;
    }

    /// <summary>Of the table with <paramref name="ordinal" /> −1, else of the index with that ordinal.</summary>
    public readonly (long ItemCount, long SizeBytes) Get(int ordinal)
    {
        var at = _bytes[(4 + (16 * (ordinal + 1)))..];
        return (BinaryPrimitives.ReadInt64LittleEndian(at), BinaryPrimitives.ReadInt64LittleEndian(at[8..]));
    }

    public readonly void Add(int ordinal, long itemCount, long sizeBytes)
    {
        var at = _bytes[(4 + (16 * (ordinal + 1)))..];
        BinaryPrimitives.WriteInt64LittleEndian(at, BinaryPrimitives.ReadInt64LittleEndian(at) + itemCount);
        BinaryPrimitives.WriteInt64LittleEndian(at[8..], BinaryPrimitives.ReadInt64LittleEndian(at[8..]) + sizeBytes);
    }

    public readonly void Write(WriteTransaction transaction, uint tableId)
    {
        Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
        transaction.Put(CatalogKeys.WriteStatistics(key, tableId), _bytes);
    }

    private static int GetSizeBytes(int indexCount) => 4 + (16 * (1 + indexCount));
}

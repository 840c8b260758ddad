using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Hands out ids of tables and indexes, which are never used twice in a data file.</summary>
internal sealed class TableIds
{
    private uint _next;

    private TableIds(uint next) => _next = next;

    public static TableIds Read(WriteTransaction transaction)
        => new(transaction.TryGet(CatalogKeys.NextId, out var stored) ? BinaryPrimitives.ReadUInt32LittleEndian(stored) : 1);

    public uint Next() => _next++;

    /// <summary>Stores that they are taken.</summary>
    public void Write(WriteTransaction transaction)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, _next);
        transaction.Put(CatalogKeys.NextId, bytes);
    }
}

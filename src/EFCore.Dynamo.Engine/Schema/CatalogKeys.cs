using System.Buffers.Binary;
using System.Text;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>The store's keys inside <see cref="Keyspace.Catalog" />: a kind, then a name or an id. Part of the format.</summary>
internal static class CatalogKeys
{
    /// <summary>The longest that any method here writes: two bytes and a name of 255 characters.</summary>
    public const int MaxBytes = 2 + 255;

    private const byte NextIdKind = 0;
    private const byte TableKind = 1;
    private const byte StatisticsKind = 2;
    private const byte PurgeKind = 3;
    private const byte ItemCollectionKind = 4;
    private const byte IndexBuildKind = 5;
    private const byte ExpiryBuildKind = 8;
    private const byte ExpiryRemovalKind = 9;

    /// <summary>The next table or index id, u32.</summary>
    public static ReadOnlySpan<byte> NextId => [(byte)Keyspace.Catalog, NextIdKind];

    /// <summary>Prefix of all table definitions.</summary>
    public static ReadOnlySpan<byte> Tables => [(byte)Keyspace.Catalog, TableKind];

    /// <summary>Prefix of all deleted tables whose items are still there.</summary>
    public static ReadOnlySpan<byte> Purges => [(byte)Keyspace.Catalog, PurgeKind];

    /// <summary>Prefix of all indexes by expiry whose entries are to be removed; the index's id follows, big-endian.</summary>
    public static ReadOnlySpan<byte> ExpiryRemovals => [(byte)Keyspace.Catalog, ExpiryRemovalKind];

    /// <summary>A table's definition; names sort as ListTables lists them.</summary>
    public static ReadOnlySpan<byte> WriteTable(Span<byte> destination, string name)
    {
        Tables.CopyTo(destination);
        return destination[..(2 + Encoding.UTF8.GetBytes(name, destination[2..]))];
    }

    public static ReadOnlySpan<byte> WriteStatistics(Span<byte> destination, uint tableId) => WriteId(destination, StatisticsKind, tableId);

    public static ReadOnlySpan<byte> WritePurge(Span<byte> destination, uint tableId) => WriteId(destination, PurgeKind, tableId);

    /// <summary>Prefix of the sizes of a table's item collections.</summary>
    public static ReadOnlySpan<byte> WriteItemCollections(Span<byte> destination, uint tableId) => WriteId(destination, ItemCollectionKind, tableId);

    /// <summary>The key of the last item of the table that was added to an index that is being built.</summary>
    public static ReadOnlySpan<byte> WriteIndexBuild(Span<byte> destination, uint indexId) => WriteId(destination, IndexBuildKind, indexId);

    /// <summary>How far a table's index by expiry is built: the key of the last item, empty at the start. No entry where it is complete.</summary>
    public static ReadOnlySpan<byte> WriteExpiryBuild(Span<byte> destination, uint tableId) => WriteId(destination, ExpiryBuildKind, tableId);

    public static ReadOnlySpan<byte> WriteExpiryRemoval(Span<byte> destination, uint indexId) => WriteId(destination, ExpiryRemovalKind, indexId);

    private static ReadOnlySpan<byte> WriteId(Span<byte> destination, byte kind, uint id)
    {
        destination[0] = (byte)Keyspace.Catalog;
        destination[1] = kind;
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..], id);
        return destination[..6];
    }
}

using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The record that says: this file is ours, and in which format.</summary>
/// <remarks>Value: 8 bytes of magic, then little-endian u32 format version, u32 longest key, u64 hash seed, u32 data version of LMDB's file.</remarks>
internal static class StoreHeader
{
    /// <summary>What this version writes, and the highest it reads; it reads all before, and turns them into this one.</summary>
    /// <remarks>
    ///     2: table definitions have members that change what writes must do, which a program for format 1 would ignore.
    ///     3: the header names the file format of the LMDB that wrote it.
    /// </remarks>
    internal const uint FormatVersion = 3;

    /// <summary>Of formats 1 and 2, which every format begins with.</summary>
    private const int FirstSizeBytes = 24;

    private const int SizeBytes = 28;

    /// <summary>The key: the keyspace byte alone.</summary>
    internal static ReadOnlySpan<byte> Key => [(byte)Keyspace.StoreHeader];

    private static ReadOnlySpan<byte> Magic => "EFDYNAMO"u8;

    /// <summary>Checks the header, brings that of an older format up to this one, or writes it into an empty store.</summary>
    /// <exception cref="StorageException">Another application's file, a newer format, or another hash or key length.</exception>
    internal static void CheckOrCreate(LmdbEnvironment environment)
    {
        var transaction = environment.BeginWrite();
        var isWritten = false;
        try
        {
            var code = transaction.Get(Key, out var header);
            if (code == LmdbError.Success)
            {
                Check(environment, header.Span);
                if (ReadVersion(header.Span) == FormatVersion)
                {
                    return;
                }
            }
            else
            {
                if (code != LmdbError.NotFound)
                {
                    throw new LmdbException(code, "mdb_get");
                }

                if (environment.GetStatistics().ms_entries != 0)
                {
                    throw StorageErrors.Foreign(environment.Path);
                }
            }

            Write(transaction, environment.MaxKeySizeBytes);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                transaction.Abort();
            }
        }

        var committed = transaction.Commit();
        if (committed != LmdbError.Success)
        {
            throw new LmdbException(committed, "mdb_txn_commit");
        }
    }

    private static void Write(LmdbTransaction transaction, int maxKeySizeBytes)
    {
        Span<byte> header = stackalloc byte[SizeBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], FormatVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], (uint)maxKeySizeBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], PartitionHash.Seed);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], LmdbLibrary.FileFormat);
        var code = transaction.Put(Key, header);
        if (code != LmdbError.Success)
        {
            throw new LmdbException(code, "mdb_put");
        }
    }

    private static uint ReadVersion(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);

    private static void Check(LmdbEnvironment environment, ReadOnlySpan<byte> header)
    {
        if (header.Length < FirstSizeBytes || !header.StartsWith(Magic))
        {
            throw StorageErrors.Foreign(environment.Path);
        }

        var version = ReadVersion(header);
        if (version is 0 or > FormatVersion || BinaryPrimitives.ReadUInt64LittleEndian(header[16..]) != PartitionHash.Seed)
        {
            throw StorageErrors.Newer(environment.Path, version, FormatVersion);
        }

        var keySize = (int)BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        if (keySize != environment.MaxKeySizeBytes)
        {
            throw StorageErrors.KeySize(environment.Path, keySize, environment.MaxKeySizeBytes);
        }
    }
}

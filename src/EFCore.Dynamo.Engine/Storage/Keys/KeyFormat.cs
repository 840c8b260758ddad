using System.Buffers.Binary;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>The layout of keys in item spaces: keyspace (1 byte), id (4), partition hash (16), sort key, unique suffix. Part of the format (ADR 7).</summary>
internal static class KeyFormat
{
    /// <summary>The longest key of the usual liblmdb build. Where a build allows more, it is not used: files move between builds.</summary>
    internal const int MaxKeySizeBytes = 511;

    /// <summary>Keyspace and id.</summary>
    internal const int SpaceSizeBytes = 5;

    /// <summary>Keyspace, id and hash: what all items of a partition have in common.</summary>
    internal const int PartitionSizeBytes = SpaceSizeBytes + PartitionHash.SizeBytes;

    /// <summary>Makes cut sort keys, and entries of one index key, unique.</summary>
    internal const int SuffixSizeBytes = 16;

    /// <summary>Sort keys longer than this are cut here.</summary>
    internal const int MaxSortKeySizeBytes = MaxKeySizeBytes - PartitionSizeBytes - SuffixSizeBytes;

    internal static void WriteSpace(Span<byte> destination, Keyspace keyspace, uint id)
    {
        destination[0] = (byte)keyspace;
        BinaryPrimitives.WriteUInt32BigEndian(destination[1..], id);
    }

    /// <summary>Whether the sort key in it may be cut: such a key is always of full length.</summary>
    internal static bool MayBeCut(ReadOnlySpan<byte> key) => key.Length == MaxKeySizeBytes;

    /// <summary>What a run of cut keys has in common.</summary>
    internal static ReadOnlySpan<byte> GetRun(ReadOnlySpan<byte> key) => key[..(MaxKeySizeBytes - SuffixSizeBytes)];

    /// <summary>Turns a prefix into the lowest key behind everything that starts with it.</summary>
    /// <returns>The length of that key; 0 when there is none, because the prefix is empty or all 0xFF.</returns>
    internal static int ToSuccessor(Span<byte> prefix)
    {
        var length = prefix.Length;
        while (length > 0 && prefix[length - 1] == 0xFF)
        {
            length--;
        }

        if (length > 0)
        {
            prefix[length - 1]++;
        }

        return length;
    }
}

using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>The value of an LMDB key that several items share, because their hashes collide: a negative count, then length and bytes of each item.</summary>
/// <remarks>
///     A packed item starts with its attribute count, which is never negative, so that usual values need no mark. It takes somebody who builds collisions on
///     purpose to make a bucket.
/// </remarks>
internal static class ItemBucket
{
    /// <summary>The count.</summary>
    internal const int HeadSizeBytes = sizeof(int);

    private const int LengthSizeBytes = sizeof(int);

    internal static bool IsBucket(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadInt32LittleEndian(value) < 0;

    internal static int GetCount(ReadOnlySpan<byte> bucket) => -BinaryPrimitives.ReadInt32LittleEndian(bucket);

    /// <summary>Cuts the first item off the items that follow the count.</summary>
    internal static ReadOnlySpan<byte> TakeFirst(scoped ref ReadOnlySpan<byte> items)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(items);
        var first = items.Slice(LengthSizeBytes, length);
        items = items[(LengthSizeBytes + length)..];
        return first;
    }

    /// <summary>The address of the item at this offset in a bucket; moves the offset to the next.</summary>
    internal static LmdbValue TakeAt(LmdbValue bucket, ref int offset)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bucket.Span[offset..]);
        var item = bucket.Slice(offset + LengthSizeBytes, length);
        offset += LengthSizeBytes + length;
        return item;
    }

    internal static ReadOnlySpan<byte> GetItems(ReadOnlySpan<byte> bucket) => bucket[HeadSizeBytes..];

    internal static byte[] Pack(List<byte[]> items)
    {
        var bucket = new byte[HeadSizeBytes + items.Sum(item => LengthSizeBytes + item.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bucket, -items.Count);
        var at = HeadSizeBytes;
        foreach (var item in items)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bucket.AsSpan(at), item.Length);
            item.CopyTo(bucket, at + LengthSizeBytes);
            at += LengthSizeBytes + item.Length;
        }

        return bucket;
    }

    internal static List<byte[]> Unpack(ReadOnlySpan<byte> value)
    {
        if (!IsBucket(value))
        {
            return [value.ToArray()];
        }

        var rest = GetItems(value);
        var items = new List<byte[]>(GetCount(value) + 1);
        while (!rest.IsEmpty)
        {
            items.Add(TakeFirst(ref rest).ToArray());
        }

        return items;
    }
}

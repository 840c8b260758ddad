using System.Buffers.Binary;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>What the store keeps of a committed transaction: its payload's hash, and what each part was charged by.</summary>
internal readonly ref struct RequestTokenEntry
{
    private const int HashBytes = 32;

    private readonly ReadOnlySpan<byte> _sizes;

    public RequestTokenEntry(ReadOnlySpan<byte> payloadHash, ReadOnlySpan<int> sizes)
    {
        PayloadHash = payloadHash;
        var bytes = new byte[sizes.Length * 4];
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), sizes[i]);
        }

        _sizes = bytes;
    }

    private RequestTokenEntry(ReadOnlySpan<byte> stored)
    {
        PayloadHash = stored[..HashBytes];
        _sizes = stored[HashBytes..];
    }

    public ReadOnlySpan<byte> PayloadHash { get; }

    public int SizeBytes => HashBytes + _sizes.Length;

    public static RequestTokenEntry Read(ReadOnlySpan<byte> stored) => new(stored);

    public void WriteTo(Span<byte> destination)
    {
        PayloadHash.CopyTo(destination);
        _sizes.CopyTo(destination[HashBytes..]);
    }

    /// <summary>One size a part; as many as the same payload has parts.</summary>
    public int[] GetSizes(int count)
    {
        var sizes = new int[count];
        for (var i = 0; i < count; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32LittleEndian(_sizes[(i * 4)..]);
        }

        return sizes;
    }
}

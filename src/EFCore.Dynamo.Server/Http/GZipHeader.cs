using System.Buffers;

namespace EFCore.Dynamo.Server.Http;

/// <summary>What stands before and after the compressed data of gzip's format (RFC 1952).</summary>
internal static class GZipHeader
{
    /// <summary>Checksum and length, four bytes each.</summary>
    public const int TrailerBytes = 8;

    private const int FixedBytes = 10;
    private const byte HasChecksum = 2;
    private const byte HasExtra = 4;
    private const byte HasName = 8;
    private const byte HasComment = 16;
    private const byte Reserved = 0xE0;

    /// <summary>The length of the header.</summary>
    /// <exception cref="InvalidDataException">It is none, or nothing can follow it.</exception>
    public static long GetLength(ReadOnlySequence<byte> body)
    {
        var reader = new SequenceReader<byte>(body);
        Span<byte> start = stackalloc byte[FixedBytes];
        if (!reader.TryCopyTo(start) || start[0] != 0x1F || start[1] != 0x8B || start[2] != 8 || (start[3] & Reserved) != 0)
        {
            throw new InvalidDataException("No gzip header.");
        }

        var flags = start[3];
        reader.Advance(FixedBytes);
        var isWhole = ((flags & HasExtra) == 0 || TrySkipExtra(ref reader))
            && ((flags & HasName) == 0 || reader.TryAdvanceTo(0))
            && ((flags & HasComment) == 0 || reader.TryAdvanceTo(0))
            && ((flags & HasChecksum) == 0 || TrySkip(ref reader, sizeof(ushort)))
            && reader.Remaining > TrailerBytes;
        return isWhole ? reader.Consumed : throw new InvalidDataException("The gzip header is cut short.");
    }

    private static bool TrySkipExtra(ref SequenceReader<byte> reader)
        => reader.TryRead(out var low) && reader.TryRead(out var high) && TrySkip(ref reader, low | (high << 8));

    private static bool TrySkip(ref SequenceReader<byte> reader, int count)
    {
        if (reader.Remaining < count)
        {
            return false;
        }

        reader.Advance(count);
        return true;
    }
}

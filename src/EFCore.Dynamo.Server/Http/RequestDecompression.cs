using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using EFCore.Dynamo.Protocol;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Decompresses bodies, within a limit. A body that is not whole is refused: half a request must not be done.</summary>
internal static class RequestDecompression
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>Decompresses a body.</summary>
    /// <param name="encoding">The Content-Encoding header: nothing, identity, or one of gzip and deflate.</param>
    /// <param name="body">As it was sent.</param>
    /// <param name="maxBytes">The limit of what comes out, which a small body may exceed a thousandfold.</param>
    /// <exception cref="ProtocolException">The coding is another, or more than one; the body is not so compressed, cut short, followed by something, or too
    /// large.</exception>
    public static ReadOnlySequence<byte> Decompress(string? encoding, ReadOnlySequence<byte> body, int maxBytes)
    {
        if (string.IsNullOrEmpty(encoding) || body.IsEmpty)
        {
            return body;
        }

        try
        {
            return encoding.Trim().ToUpperInvariant() switch
            {
                "IDENTITY" => body,
                "GZIP" or "X-GZIP" => new ReadOnlySequence<byte>(ReadGZip(body, maxBytes)),
                "DEFLATE" => new ReadOnlySequence<byte>(ReadDeflate(body, maxBytes)),
                _ => throw ProtocolException.NotJson(),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw ProtocolException.NotJson();
        }
    }

    // Read apart, not with GZipStream: that takes a body without its checksum, or with something behind it, for whole.
    private static ReadOnlyMemory<byte> ReadGZip(ReadOnlySequence<byte> body, int maxBytes)
    {
        Span<byte> trailer = stackalloc byte[GZipHeader.TrailerBytes];
        var headerBytes = GZipHeader.GetLength(body);
        var output = ReadAll(
            body.Slice(headerBytes, body.Length - headerBytes - trailer.Length),
            static source => new DeflateStream(source, CompressionMode.Decompress),
            maxBytes);
        body.Slice(body.Length - trailer.Length).CopyTo(trailer);
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != Crc32.HashToUInt32(output.Span)
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer[sizeof(uint)..]) != (uint)output.Length)
        {
            throw new InvalidDataException("Checksum and length are not those of the data.");
        }

        return output;
    }

    // HTTP means zlib's format by "deflate"; some clients send the bare stream.
    private static ReadOnlyMemory<byte> ReadDeflate(ReadOnlySequence<byte> body, int maxBytes)
        => HasZLibHeader(body)
            ? ReadAll(body, static source => new ZLibStream(source, CompressionMode.Decompress), maxBytes)
            : ReadAll(body, static source => new DeflateStream(source, CompressionMode.Decompress), maxBytes);

    private static bool HasZLibHeader(ReadOnlySequence<byte> body)
    {
        if (body.Length < 2)
        {
            return true;
        }

        Span<byte> header = stackalloc byte[2];
        body.Slice(0, 2).CopyTo(header);
        return (header[0] & 15) == 8 && ((header[0] << 8) | header[1]) % 31 == 0;
    }

    private static ReadOnlyMemory<byte> ReadAll(ReadOnlySequence<byte> body, Func<Stream, Stream> decompress, int maxBytes)
    {
        using var source = new CompressedBody(body);
        using var stream = decompress(source);
        var output = new ArrayBufferWriter<byte>(ChunkBytes);
        while (true)
        {
            var count = stream.Read(output.GetSpan(ChunkBytes));
            if (count == 0)
            {
                break;
            }

            output.Advance(count);
            if (output.WrittenCount > maxBytes)
            {
                throw ProtocolException.TooLarge(maxBytes);
            }
        }

        return source.IsUsedUp ? output.WrittenMemory : throw new InvalidDataException("The compressed data ends before or after the body.");
    }
}

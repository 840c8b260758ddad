using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using EFCore.Dynamo.Protocol;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Decompresses bodies, within a limit.</summary>
internal static class RequestDecompression
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>Decompresses a body.</summary>
    /// <param name="encoding">The Content-Encoding header; anything but gzip and deflate leaves the body as it is.</param>
    /// <param name="body">As it was sent.</param>
    /// <param name="maxBytes">The limit of what comes out, which a small body may exceed a thousandfold.</param>
    /// <exception cref="ProtocolException">It is not so compressed, or too large.</exception>
    public static ReadOnlySequence<byte> Decompress(string? encoding, ReadOnlySequence<byte> body, int maxBytes)
    {
        if (string.IsNullOrEmpty(encoding))
            return body;

        var source = PipeReader.Create(body).AsStream();
        Stream? stream = encoding.Trim() switch
        {
            var name when name.Equals("gzip", StringComparison.OrdinalIgnoreCase) => new GZipStream(source, CompressionMode.Decompress),
            var name when name.Equals("deflate", StringComparison.OrdinalIgnoreCase) => HasZLibHeader(body)
                ? new ZLibStream(source, CompressionMode.Decompress)
                : new DeflateStream(source, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
            return body;

        using (stream)
        {
            try
            {
                return new ReadOnlySequence<byte>(ReadAll(stream, maxBytes));
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                throw ProtocolException.NotJson();
            }
        }
    }

    // HTTP means zlib's format by "deflate"; some clients send the bare stream.
    private static bool HasZLibHeader(ReadOnlySequence<byte> body)
    {
        if (body.Length < 2)
            return true;

        Span<byte> header = stackalloc byte[2];
        body.Slice(0, 2).CopyTo(header);
        return (header[0] & 15) == 8 && ((header[0] << 8) | header[1]) % 31 == 0;
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream stream, int maxBytes)
    {
        var output = new ArrayBufferWriter<byte>(ChunkBytes);
        while (true)
        {
            var count = stream.Read(output.GetSpan(ChunkBytes));
            if (count == 0)
                return output.WrittenMemory;
            output.Advance(count);
            if (output.WrittenCount > maxBytes)
                throw ProtocolException.TooLarge(maxBytes);
        }
    }
}

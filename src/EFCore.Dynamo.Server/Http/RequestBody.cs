using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using EFCore.Dynamo.Protocol;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Reads a body as a whole, within a limit.</summary>
internal static class RequestBody
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>The body where it lies in the connection's pipe, which the caller advances when it is done with it.</summary>
    /// <exception cref="ProtocolException">It is too large.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw ProtocolException.TooLarge(maxBytes);
            }

            if (result.IsCompleted)
                return result.Buffer;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

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
            var name when name.Equals("deflate", StringComparison.OrdinalIgnoreCase) => new ZLibStream(source, CompressionMode.Decompress),
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
            catch (InvalidDataException)
            {
                throw ProtocolException.NotJson();
            }
        }
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

using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Compresses bodies for clients that ask for it.</summary>
internal static class ResponseCompression
{
    // The service's: below it a compressed body saves less than the time costs.
    private const int MinBytes = 4096;

    /// <summary>The encoding to use; null for none.</summary>
    /// <param name="acceptEncoding">The Accept-Encoding headers. The service looks at the first of several, and takes the first of its codings that it knows,
    /// whatever the others' weights.</param>
    /// <param name="lengthBytes">The length of the body.</param>
    public static string? Choose(in StringValues acceptEncoding, int lengthBytes)
    {
        if (lengthBytes < MinBytes || acceptEncoding.Count == 0)
        {
            return null;
        }

        var first = acceptEncoding[0].AsSpan();
        foreach (var range in first.Split(','))
        {
            var entry = first[range];
            var separator = entry.IndexOf(';');
            if (separator >= 0 && IsZero(entry[(separator + 1)..]))
            {
                continue;
            }

            var coding = (separator < 0 ? entry : entry[..separator]).Trim();
            if (coding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            {
                return "gzip";
            }

            if (coding.Equals("deflate", StringComparison.OrdinalIgnoreCase))
            {
                return "deflate";
            }

            if (coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The body compressed.</summary>
    /// <remarks>
    ///     Not with the fastest level: it has no codes of its own for the letters of a text, and makes what repeats nothing, such as Base64, longer.
    /// </remarks>
    public static ReadOnlyMemory<byte> Compress(string encoding, ReadOnlySpan<byte> body)
    {
        using var output = new MemoryStream(body.Length / 2);
        using (Stream stream = encoding == "gzip"
            ? new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)
            : new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(body);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    // q=0, q=0.0: explicitly not wanted.
    private static bool IsZero(ReadOnlySpan<char> parameter)
    {
        var value = parameter.Trim();
        return value.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && value[3..].TrimStart('.').TrimStart('0').IsEmpty;
    }
}

using System.IO.Compression;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Compresses bodies for clients that ask for it.</summary>
internal static class ResponseCompression
{
    // Below this a compressed body saves less than its headers and the time cost.
    private const int MinBytes = 1024;

    /// <summary>The encoding to use; null for none.</summary>
    public static string? Choose(string? acceptEncoding, int lengthBytes)
    {
        if (lengthBytes < MinBytes || string.IsNullOrEmpty(acceptEncoding))
            return null;
        if (Accepts(acceptEncoding, "gzip"))
            return "gzip";
        return Accepts(acceptEncoding, "deflate") ? "deflate" : null;
    }

    public static ReadOnlyMemory<byte> Compress(string encoding, ReadOnlySpan<byte> body)
    {
        using var output = new MemoryStream(body.Length / 2);
        using (Stream stream = encoding == "gzip"
            ? new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)
            : new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(body);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private static bool Accepts(string acceptEncoding, string name)
    {
        foreach (var range in acceptEncoding.AsSpan().Split(','))
        {
            var entry = acceptEncoding.AsSpan()[range];
            var separator = entry.IndexOf(';');
            var encoding = (separator < 0 ? entry : entry[..separator]).Trim();
            if (encoding.Equals(name, StringComparison.OrdinalIgnoreCase))
                return separator < 0 || !IsZero(entry[(separator + 1)..]);
        }

        return false;
    }

    // q=0, q=0.0: explicitly not wanted.
    private static bool IsZero(ReadOnlySpan<char> parameter)
    {
        var value = parameter.Trim();
        return value.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && value[3..].TrimStart('.').TrimStart('0').IsEmpty;
    }
}

using System.Buffers;
using System.Text.Unicode;

namespace EFCore.Dynamo.Values;

/// <summary>UTF-16 to UTF-8 that refuses lone surrogates: replacing them would silently change what a user stored.</summary>
internal static class StrictUtf8
{
    /// <summary>UTF-8 bytes that any text of this many UTF-16 units fits.</summary>
    public static int GetMaxByteCount(int charCount) => checked(charCount * 3);

    public static byte[] GetBytes(string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(GetMaxByteCount(text.Length));
        try
        {
            return buffer[..Write(text, buffer)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes the text; the destination has <see cref="GetMaxByteCount" /> bytes.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var status = Utf8.FromUtf16(text, destination, out _, out var written, replaceInvalidSequences: false);
        return status == OperationStatus.Done
            ? written
            : throw new ArgumentException("The text has a surrogate without its partner and cannot be stored as UTF-8.", nameof(text));
    }
}

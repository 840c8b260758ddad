using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EFCore.Dynamo.Server.Http;

/// <summary>A response's body in the making, and the JSON writer that fills it; one a connection, reused.</summary>
/// <remarks>The body is complete before its first byte is sent: its checksum and length are headers.</remarks>
internal sealed class ResponseBuffer : IBufferWriter<byte>
{
    private const int InitialBytes = 4 * 1024;
    private const int MaxExpectedBytes = 64 * 1024;

    // As the service writes: only what JSON demands is escaped.
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private byte[] _bytes = [];

    // A connection's answers are often of one size: room for the last one spares growing step by step.
    private int _expectedBytes = InitialBytes;

    public ResponseBuffer() => Json = new Utf8JsonWriter(this, JsonOptions);

    /// <summary>Writes into this buffer; what it holds back is written by <see cref="Complete" />.</summary>
    public Utf8JsonWriter Json { get; }

    public int Length { get; private set; }

    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Complete() => Json.Flush();

    /// <summary>Forgets what was written, for the next response or for an error in its place.</summary>
    public void Clear()
    {
        Json.Reset(this);
        Length = 0;
    }

    /// <summary>Forgets what was written and gives the bytes back: an idle connection holds none.</summary>
    public void Release()
    {
        _expectedBytes = Math.Clamp(Length, InitialBytes, MaxExpectedBytes);
        Clear();
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
    }

    /// <inheritdoc />
    public void Advance(int count) => Length += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    private void Reserve(int sizeHint)
    {
        var needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(Math.Max(needed, _expectedBytes), _bytes.Length * 2L)));
        WrittenSpan.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}

using System.Buffers;

namespace EFCore.Dynamo.Server.Http;

/// <summary>A compressed body as a stream, which tells afterwards whether the compressed data ended with the body.</summary>
/// <remarks>
///     The streams of .NET say neither that data was cut short nor that something follows it. So the last byte is given out alone: data that ends before it
///     never asks for it, and data that is cut short asks for more after it.
/// </remarks>
/// <param name="body">The body, valid as long as the stream is read.</param>
internal sealed class CompressedBody(ReadOnlySequence<byte> body) : Stream
{
    private ReadOnlySequence<byte> _left = body;
    private bool _isAskedForMore;

    /// <summary>Whether the reader took the last byte and asked for none after it.</summary>
    public bool IsUsedUp => _left.IsEmpty && !_isAskedForMore;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        _isAskedForMore |= _left.IsEmpty;
        var count = (int)Math.Min(buffer.Length, Math.Max(_left.Length - 1, Math.Min(_left.Length, 1)));
        _left.Slice(0, count).CopyTo(buffer);
        _left = _left.Slice(count);
        return count;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

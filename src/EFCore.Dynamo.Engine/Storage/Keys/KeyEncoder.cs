using System.Buffers;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Writes key values so that memcmp orders them as DynamoDB does: strings and binaries by bytes, numbers by value.</summary>
/// <remarks>
///     A value that is followed by another is delimited: 0x00 becomes 0x00 0xFF, and 0x00 0x00 ends it, so that no value is a prefix of another.
///     Numbers delimit themselves. Dispose it: long keys rent an array.
/// </remarks>
internal ref struct KeyEncoder : IDisposable
{
    private const byte Escaped = 0xFF;

    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _length;

    /// <param name="initial">Room that is enough for usual keys.</param>
    internal KeyEncoder(Span<byte> initial) => _buffer = initial;

    internal readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>The bytes of a key value that order it, in its own type.</summary>
    internal static ReadOnlySpan<byte> GetOrderedBytes(AttributeValueSpan value) => value.PackedBytes[1..];

    internal void AppendRaw(AttributeValueSpan value) => Append(GetOrderedBytes(value));

    internal void AppendDelimited(AttributeValueSpan value)
    {
        if (value.Type == AttributeType.Number)
        {
            AppendRaw(value);
            return;
        }

        AppendEscaped(value);
        Append([0, 0]);
    }

    /// <summary>Without its end: what all delimited values that begin with this one begin with.</summary>
    internal void AppendEscaped(AttributeValueSpan value)
    {
        var rest = GetOrderedBytes(value);
        for (var zero = rest.IndexOf((byte)0); zero >= 0; zero = rest.IndexOf((byte)0))
        {
            Append(rest[..(zero + 1)]);
            Append([Escaped]);
            rest = rest[(zero + 1)..];
        }

        Append(rest);
    }

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        _rented = null;
        _buffer = default;
    }

    private void Append(scoped ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _buffer.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_buffer[_length..]);
        _length += bytes.Length;
    }

    private void Grow(int atLeastBytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + atLeastBytes));
        Written.CopyTo(larger);
        if (_rented is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        _rented = larger;
        _buffer = larger;
    }
}

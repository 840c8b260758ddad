using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>LMDB's <c>MDB_val</c>: a length and an address in the map.</summary>
/// <remarks>Only an address: whoever keeps one keeps to the lifetime of its transaction.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct LmdbValue
{
    private readonly nuint _sizeBytes;
    private readonly byte* _data;

    internal LmdbValue(byte* data, int sizeBytes)
    {
        _sizeBytes = (nuint)sizeBytes;
        _data = data;
    }

    /// <summary>The bytes; at most 2 GB, as nothing larger is ever put.</summary>
    public ReadOnlySpan<byte> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_data, (int)_sizeBytes);
    }

    /// <summary>The address of a part.</summary>
    internal LmdbValue Slice(int offset, int sizeBytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((nuint)(uint)offset + (uint)sizeBytes, _sizeBytes);
        return new LmdbValue(_data + offset, sizeBytes);
    }

    /// <summary>Bytes that LMDB reserved for the caller to fill in.</summary>
    internal Span<byte> WritableSpan => new(_data, (int)_sizeBytes);
}

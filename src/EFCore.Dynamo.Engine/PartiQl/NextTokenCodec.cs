using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>A <see cref="SelectPosition" /> as the opaque NextToken, bound to the statement and parameters that it came from.</summary>
/// <remarks>
///     Base64 of a version, the first half of the statement's hash, the access (i32) and the packed key, if there is one. It survives a restart, and holds
///     nothing that LastEvaluatedKey does not show.
/// </remarks>
internal static class NextTokenCodec
{
    private const byte Version = 1;
    private const int HashBytes = 16;
    private const int HeaderBytes = 1 + HashBytes + 4;

    public static string Encode(ReadOnlySpan<byte> statementHash, SelectPosition position)
    {
        var key = position.LastKey is { } lastKey ? lastKey.Span.PackedBytes : [];
        var bytes = new byte[HeaderBytes + key.Length];
        bytes[0] = Version;
        statementHash[..HashBytes].CopyTo(bytes.AsSpan(1));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1 + HashBytes), position.Access);
        key.CopyTo(bytes.AsSpan(HeaderBytes));
        return Convert.ToBase64String(bytes);
    }

    /// <param name="token">The request's NextToken.</param>
    /// <param name="statementHash">The hash of its statement and parameters.</param>
    /// <param name="position">The position, unless the token is none of ours.</param>
    /// <param name="isOfStatement">False where it belongs to another statement.</param>
    public static bool TryDecode(string token, ReadOnlySpan<byte> statementHash, [NotNullWhen(true)] out SelectPosition? position, out bool isOfStatement)
    {
        position = null;
        isOfStatement = false;
        var bytes = new byte[(token.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length < HeaderBytes || bytes[0] != Version)
        {
            return false;
        }

        if (!TryRead(bytes.AsSpan(HeaderBytes, length - HeaderBytes), out var key))
        {
            return false;
        }

        isOfStatement = statementHash[..HashBytes].SequenceEqual(bytes.AsSpan(1, HashBytes));
        position = new SelectPosition(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(1 + HashBytes)), key);
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> packed, out Item? key)
    {
        key = null;
        try
        {
            if (!packed.IsEmpty)
            {
                key = Item.FromPacked(packed.ToArray());
            }

            return true;
        }
        catch (InvalidPackedItemException)
        {
            return false;
        }
    }
}

using System.Buffers.Binary;
using System.Text;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>ClientRequestTokens of the last ten minutes, in the store: a repeated transaction is recognized after a restart too.</summary>
/// <remarks>
///     Two entries a token, written with the transaction's items: by token (expiry i64, <see cref="RequestTokenEntry" />), and by expiry, so that old ones are
///     found without a scan. Each new token removes up to <see cref="MaxExpired" /> expired ones: the space stays bounded and no timer is needed.
/// </remarks>
internal static class RequestTokens
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int MaxExpired = 8;
    private const byte ByToken = 0;
    private const byte ByExpiry = 1;

    /// <summary>36 characters, of up to three bytes each in UTF-8.</summary>
    private const int MaxTokenBytes = 36 * 3;

    /// <summary>What the token was used for, unless it has expired. The entry lives in the store's memory, until the next write.</summary>
    public static bool TryFind(TransactionView transaction, string token, DateTimeOffset now, out RequestTokenEntry entry)
    {
        Span<byte> key = stackalloc byte[2 + MaxTokenBytes];
        if (transaction.TryGet(WriteTokenKey(key, token), out var value) && BinaryPrimitives.ReadInt64LittleEndian(value) > now.UtcTicks)
        {
            entry = RequestTokenEntry.Read(value[8..]);
            return true;
        }

        entry = default;
        return false;
    }

    public static void Add(WriteTransaction transaction, string token, DateTimeOffset now, RequestTokenEntry entry)
    {
        RemoveExpired(transaction, now);
        var expiryTicks = (now + Lifetime).UtcTicks;
        Span<byte> key = stackalloc byte[2 + MaxTokenBytes];
        var tokenKey = WriteTokenKey(key, token);
        var value = transaction.Reserve(tokenKey, 8 + entry.SizeBytes);
        BinaryPrimitives.WriteInt64LittleEndian(value, expiryTicks);
        entry.WriteTo(value[8..]);

        Span<byte> expiryKey = stackalloc byte[10 + MaxTokenBytes];
        WriteExpiryPrefix(expiryKey, expiryTicks);
        tokenKey[2..].CopyTo(expiryKey[10..]);
        transaction.Put(expiryKey[..(8 + tokenKey.Length)], []);
    }

    private static void RemoveExpired(WriteTransaction transaction, DateTimeOffset now)
    {
        for (var i = 0; i < MaxExpired && FindExpired(transaction, now) is { } expired; i++)
        {
            // The token may have been used again since: then its own entry has a later expiry and stays.
            byte[] tokenKey = [(byte)Keyspace.IdempotencyToken, ByToken, .. expired.AsSpan(10)];
            if (transaction.TryGet(tokenKey, out var value) && BinaryPrimitives.ReadInt64LittleEndian(value) <= now.UtcTicks)
            {
                transaction.Delete(tokenKey);
            }

            transaction.Delete(expired);
        }
    }

    private static byte[]? FindExpired(WriteTransaction transaction, DateTimeOffset now)
    {
        Span<byte> first = stackalloc byte[10];
        WriteExpiryPrefix(first, 0);
        using var cursor = transaction.OpenCursor();
        return cursor.SeekAtLeast(first)
            && cursor.Key.StartsWith(first[..2])
            && BinaryPrimitives.ReadInt64BigEndian(cursor.Key[2..]) <= now.UtcTicks
                ? cursor.Key.ToArray()
                : null;
    }

    private static ReadOnlySpan<byte> WriteTokenKey(Span<byte> destination, string token)
    {
        destination[0] = (byte)Keyspace.IdempotencyToken;
        destination[1] = ByToken;
        return destination[..(2 + Encoding.UTF8.GetBytes(token, destination[2..]))];
    }

    private static void WriteExpiryPrefix(Span<byte> destination, long expiryTicks)
    {
        destination[0] = (byte)Keyspace.IdempotencyToken;
        destination[1] = ByExpiry;
        BinaryPrimitives.WriteInt64BigEndian(destination[2..], expiryTicks);
    }
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Planning.Requests;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>The continuation string of a page: the key of the last item read, and a fingerprint of the query it belongs to.</summary>
/// <remarks>
///     Base64Url of version (1 byte), fingerprint (8), packed key, and the first 8 bytes of the SHA-256 of all that. The checksum finds damage, not malice: a
///     forged string can name another start key in the same key condition, which the service checks, and reads nothing that the query could not.
/// </remarks>
internal static class Continuation
{
    private const byte Version = 1;
    private const int HashBytes = 8;
    private const int HeaderBytes = 1 + HashBytes;

    /// <summary>Writes a continuation.</summary>
    public static string Write(Item key, ulong fingerprint)
    {
        var packed = key.PackedBytes.Span;
        var bytes = new byte[HeaderBytes + packed.Length + HashBytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(1), fingerprint);
        packed.CopyTo(bytes.AsSpan(HeaderBytes));
        Hash(bytes.AsSpan(0, bytes.Length - HashBytes)).CopyTo(bytes.AsSpan(bytes.Length - HashBytes));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a continuation.</summary>
    /// <exception cref="ArgumentException">It is damaged, or belongs to another query.</exception>
    public static Item Read(string continuation, ulong fingerprint)
    {
        var bytes = Decode(continuation);
        if (bytes.Length <= HeaderBytes + HashBytes
            || bytes[0] != Version
            || !Hash(bytes.AsSpan(0, bytes.Length - HashBytes)).SequenceEqual(bytes.AsSpan(bytes.Length - HashBytes)))
        {
            throw new ArgumentException(QueryStrings.ContinuationMalformed, nameof(continuation));
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(1)) == fingerprint
            ? Item.FromPacked(bytes.AsMemory(HeaderBytes, bytes.Length - HeaderBytes - HashBytes))
            : throw new ArgumentException(QueryStrings.ContinuationForeign, nameof(continuation));
    }

    /// <summary>A hash of everything that decides which items a query reads, in which order.</summary>
    public static ulong CreateFingerprint(BoundAccess bound)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, bound.Operation.ToString());
        switch (bound.Operation)
        {
            case AccessOperation.Query:
                var query = bound.Query;
                Append(
                    hash,
                    query.TableName,
                    query.IndexName,
                    query.KeyConditionExpression,
                    query.FilterExpression,
                    query.ScanIndexForward ? "forward" : "backward");
                Append(hash, query.ExpressionAttributeNames, query.ExpressionAttributeValues);
                break;
            case AccessOperation.Scan:
                var scan = bound.Scan;
                Append(hash, scan.TableName, scan.IndexName, scan.FilterExpression);
                Append(hash, scan.ExpressionAttributeNames, scan.ExpressionAttributeValues);
                break;
        }

        Span<byte> result = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(result);
        return BinaryPrimitives.ReadUInt64LittleEndian(result);
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
            hash.AppendData([0]);
        }
    }

    private static void Append(IncrementalHash hash, IReadOnlyDictionary<string, string>? names, Item? values)
    {
        foreach (var (placeholder, name) in (names ?? new Dictionary<string, string>(StringComparer.Ordinal)).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            Append(hash, placeholder, name);
        }

        if (values is { } packed)
        {
            hash.AppendData(packed.PackedBytes.Span);
        }
    }

    private static byte[] Decode(string continuation)
    {
        try
        {
            return Base64Url.DecodeFromChars(continuation);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException(QueryStrings.ContinuationMalformed, nameof(continuation), exception);
        }
    }

    private static ReadOnlySpan<byte> Hash(ReadOnlySpan<byte> bytes)
        => SHA256.HashData(bytes).AsSpan(0, HashBytes);
}

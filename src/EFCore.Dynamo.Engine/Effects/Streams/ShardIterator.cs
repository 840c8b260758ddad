using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using EFCore.Dynamo.Engine.Resources;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>A place in a shard, as a text that callers hand back: it holds all that is needed, so that nothing is kept and it outlives a restart.</summary>
/// <remarks>
///     As the service's: the stream's Amazon resource name, <c>|1|</c>, then Base64. The bytes: version u8, whether from the horizon u8, stream id u32, shard
///     ordinal u32, time in ticks i64, sequence number u64, and a hash of all before, the name included, which tells a damaged iterator from a whole one.
///     Nobody is trusted: what it names is looked up again.
/// </remarks>
/// <param name="Stream">The stream.</param>
/// <param name="StreamId">Its id, which no later stream has.</param>
/// <param name="ShardOrdinal">The shard.</param>
/// <param name="Created">Iterators expire.</param>
/// <param name="After">The sequence number behind which reading goes on; null begins with the oldest record there is then.</param>
internal sealed record ShardIterator(StreamArn Stream, uint StreamId, uint ShardOrdinal, DateTimeOffset Created, ulong? After)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public const int MaxLength = 2048;

    private const byte Version = 1;
    private const string Separator = "|1|";
    private const int HashedBytes = 1 + 1 + 4 + 4 + 8 + 8;
    private const int PayloadBytes = HashedBytes + 8;

    public bool IsExpired(DateTimeOffset now) => now - Created > Lifetime;

    public string Format()
    {
        Span<byte> payload = stackalloc byte[PayloadBytes];
        payload[0] = Version;
        payload[1] = After is null ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32LittleEndian(payload[2..], StreamId);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[6..], ShardOrdinal);
        BinaryPrimitives.WriteInt64LittleEndian(payload[10..], Created.UtcTicks);
        BinaryPrimitives.WriteUInt64LittleEndian(payload[18..], After ?? 0);
        BinaryPrimitives.WriteUInt64LittleEndian(payload[HashedBytes..], Hash(Stream.Text, payload[..HashedBytes]));
        return Stream.Text + Separator + Convert.ToBase64String(payload);
    }

    /// <summary>Null where the text is no iterator of this engine.</summary>
    public static ShardIterator? TryParse(string text)
    {
        var separator = text.IndexOf(Separator, StringComparison.Ordinal);
        Span<byte> payload = stackalloc byte[PayloadBytes];
        if (separator < 0
            || StreamArn.TryParse(text[..separator]) is not { } stream
            || !Convert.TryFromBase64Chars(text.AsSpan(separator + Separator.Length), payload, out var written)
            || written != PayloadBytes
            || payload[0] != Version
            || BinaryPrimitives.ReadUInt64LittleEndian(payload[HashedBytes..]) != Hash(stream.Text, payload[..HashedBytes]))
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64LittleEndian(payload[10..]);
        if (ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return null;
        }

        return new ShardIterator(
            stream,
            BinaryPrimitives.ReadUInt32LittleEndian(payload[2..]),
            BinaryPrimitives.ReadUInt32LittleEndian(payload[6..]),
            new DateTimeOffset(ticks, TimeSpan.Zero),
            payload[1] == 1 ? null : BinaryPrimitives.ReadUInt64LittleEndian(payload[18..]));
    }

    private static ulong Hash(string arn, ReadOnlySpan<byte> payload)
    {
        var hash = new XxHash64();
        hash.Append(Encoding.UTF8.GetBytes(arn));
        hash.Append(payload);
        return hash.GetCurrentHashAsUInt64();
    }
}

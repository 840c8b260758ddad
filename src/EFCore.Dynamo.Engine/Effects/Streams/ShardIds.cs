using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>
///     Ids of shards, such as <c>shardId-00000001414576573621-f55eea83</c>: the time at which the stream was enabled, a millisecond more for each shard, and
///     eight digits.
/// </summary>
/// <remarks>
///     The time of opening would go back with a clock that is set back, and a consumer that continues after its last shard would miss those that sort before
///     it.
/// </remarks>
internal static class ShardIds
{
    public const int MinLength = 28;
    public const int MaxLength = 65;

    /// <summary>Ids of one stream are distinct, and that of a shard with a greater ordinal is greater.</summary>
    public static string Create(uint streamId, uint ordinal, DateTimeOffset enabled)
        => string.Create(CultureInfo.InvariantCulture, $"shardId-{enabled.ToUnixTimeMilliseconds() + ordinal:D20}-{GetSuffix(streamId) + ordinal:x8}");

    // Adding the ordinal keeps the suffixes of one stream apart; the hash only makes those of different streams look different.
    private static uint GetSuffix(uint streamId)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, streamId);
        return XxHash32.HashToUInt32(bytes) & 0x7FFF_FFFF;
    }
}

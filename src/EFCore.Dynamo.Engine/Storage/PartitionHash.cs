using System.IO.Hashing;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>The hash that spreads partition keys and orders a Scan: XxHash128 with a fixed seed, big-endian in keys. Part of the format.</summary>
internal static class PartitionHash
{
    internal const int SizeBytes = 16;
    internal const ulong Seed = 0x4546_4479_6E61_6D6F;

    internal static UInt128 Compute(ReadOnlySpan<byte> encodedKey) => XxHash128.HashToUInt128(encodedKey, unchecked((long)Seed));
}

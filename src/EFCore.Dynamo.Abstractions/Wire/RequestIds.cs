using System.Numerics;
using System.Security.Cryptography;

namespace EFCore.Dynamo.Wire;

/// <summary>Request ids in the service's form: 52 capital letters and digits.</summary>
/// <remarks>A counter, mixed with a random seed: unique within the sequence, and no two sequences give the same.</remarks>
internal sealed class RequestIds
{
    private const int Length = 52;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUV0123456789";

    private readonly ulong _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private ulong _counter;

    /// <summary>A new id; threads may share the sequence.</summary>
    public string Next() => string.Create(Length, _seed ^ (Interlocked.Increment(ref _counter) * 0x9E3779B97F4A7C15), static (text, state) =>
    {
        var bits = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            // 12 characters of 5 bits come from each 64-bit word.
            if (i % 12 == 0)
            {
                bits = Mix(state += 0x9E3779B97F4A7C15);
            }

            text[i] = Characters[(int)(bits & 31)];
            bits >>= 5;
        }
    });

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(value ^ (value >> 31), 17);
    }
}

using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Aws.InProcess;

/// <summary>Request ids of the service's form: 52 characters A to V and 0 to 9.</summary>
internal static class RequestIds
{
    private const int Length = 52;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUV0123456789";

    /// <summary>A new id.</summary>
    public static string Create() => string.Create(Length, (Guid.NewGuid(), Guid.NewGuid()), static (text, halves) =>
    {
        // 26 characters of five bits for each 128-bit half; the last holds three.
        Write(text[..26], halves.Item1);
        Write(text[26..], halves.Item2);
    });

    private static void Write(Span<char> text, Guid half)
    {
        var bits = MemoryMarshal.Read<UInt128>(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in half)));
        foreach (ref var character in text)
        {
            character = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }
    }
}

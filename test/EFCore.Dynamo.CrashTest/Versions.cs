namespace EFCore.Dynamo.CrashTest;

/// <summary>Versions, unique over all rounds and processes: a state of an earlier round can never pass for a later one.</summary>
internal static class Versions
{
    private static long _last = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;

    public static long Next() => Interlocked.Increment(ref _last);
}

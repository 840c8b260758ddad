using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>Comparisons of whole seconds with times that may have fractions.</summary>
internal static class EpochSeconds
{
    /// <summary>Whether a time is a whole second.</summary>
    public static bool IsWhole(long utcTicks) => utcTicks % TimeSpan.TicksPerSecond == 0;

    /// <summary>Writes the whole second that bounds a time.</summary>
    public static void WriteComparand(ItemBuilder builder, long utcTicks, Comparand comparand)
    {
        var seconds = (utcTicks / TimeSpan.TicksPerSecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond);
        builder.WriteNumber(comparand == Comparand.Lower && !IsWhole(utcTicks) ? seconds + 1 : seconds);
    }
}

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Another local time zone until it is disposed. The zone is the process's: tests that set it run alone.</summary>
[CollectionDefinition(nameof(TimeZones), DisableParallelization = true)]
public sealed class TimeZones : IDisposable
{
    private readonly string? _previous = Environment.GetEnvironmentVariable("TZ");

    public TimeZones(string zone)
    {
        Set(zone);
        TimeZoneInfo.Local.BaseUtcOffset.ShouldBe(TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset);
    }

    public void Dispose() => Set(_previous);

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}

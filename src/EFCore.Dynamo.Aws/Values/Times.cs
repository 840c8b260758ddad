namespace EFCore.Dynamo.Aws.Values;

/// <summary>Times to the SDK's and back; the SDK's are in UTC.</summary>
internal static class Times
{
    public static DateTime? ToSdk(DateTimeOffset? time) => time?.UtcDateTime;

    public static DateTimeOffset? FromSdk(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime()) : null;
}

using System.Globalization;

namespace EFCore.Dynamo.Engine.Resources;

/// <summary>The label of a stream: the time at which it was enabled, such as <c>2015-05-11T21:21:33.291</c>.</summary>
internal static class StreamLabel
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
}

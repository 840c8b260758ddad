using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>The tags and the policy of a table, or of one of its streams: each has its own.</summary>
internal static class AttachedResources
{
    /// <param name="document">The table.</param>
    /// <param name="streamLabel">Null for the table itself.</param>
    public static IReadOnlyList<Tag> GetTags(TableDocument document, string? streamLabel)
        => (streamLabel is null ? document.Tags : FindStream(document, streamLabel)?.Tags) ?? [];

    public static TableDocument WithTags(TableDocument document, string? streamLabel, IReadOnlyList<Tag> tags)
    {
        var stored = tags.Count == 0 ? null : tags;
        return streamLabel is null
            ? document with { Tags = stored }
            : WithStream(document, streamLabel, new StreamResourceDocument(stored, GetPolicy(document, streamLabel)));
    }

    /// <param name="document">The table.</param>
    /// <param name="streamLabel">Null for the table itself.</param>
    public static ResourcePolicyDocument? GetPolicy(TableDocument document, string? streamLabel)
        => streamLabel is null ? document.ResourcePolicy : FindStream(document, streamLabel)?.Policy;

    public static TableDocument WithPolicy(TableDocument document, string? streamLabel, ResourcePolicyDocument? policy)
        => streamLabel is null
            ? document with { ResourcePolicy = policy }
            : WithStream(document, streamLabel, new StreamResourceDocument(FindStream(document, streamLabel)?.Tags, policy));

    private static StreamResourceDocument? FindStream(TableDocument document, string streamLabel)
        => document.StreamResources is { } streams && streams.TryGetValue(streamLabel, out var stream) ? stream : null;

    private static TableDocument WithStream(TableDocument document, string streamLabel, StreamResourceDocument stream)
    {
        var streams = new Dictionary<string, StreamResourceDocument>(
            document.StreamResources ?? Enumerable.Empty<KeyValuePair<string, StreamResourceDocument>>(), StringComparer.Ordinal)
        {
            [streamLabel] = stream,
        };
        return document with { StreamResources = streams };
    }
}

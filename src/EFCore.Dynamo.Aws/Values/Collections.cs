using System.Collections;
using Amazon;

namespace EFCore.Dynamo.Aws;

/// <summary>Absent collections, as the SDK has them: null, or an empty one where <c>AWSConfigs.InitializeCollections</c> is set.</summary>
/// <remarks>
///     In version 4 an empty collection is sent and received as such, and null is absent. With the setting, which is there for programs written for version 3,
///     an empty one counts as absent; then nobody can tell the two apart, the SDK included.
/// </remarks>
internal static class Collections
{
    /// <summary>What the SDK's objects hold for a collection that is not there.</summary>
    public static T? Absent<T>()
        where T : class, new()
        => AWSConfigs.InitializeCollections ? new T() : null;

    /// <summary>Whether the SDK would not send the collection.</summary>
    public static bool IsAbsent(ICollection? collection) => collection is null || (collection.Count == 0 && AWSConfigs.InitializeCollections);

    /// <summary>Each element of a list converted; an absent list is absent.</summary>
    public static List<TResult>? ToSdk<T, TResult>(IReadOnlyList<T>? list, Func<T, TResult> convert)
    {
        if (list is null)
            return Absent<List<TResult>>();
        var result = new List<TResult>(list.Count);
        for (var i = 0; i < list.Count; i++)
            result.Add(convert(list[i]));
        return result;
    }

    /// <inheritdoc cref="ToSdk{T, TResult}(IReadOnlyList{T}, Func{T, TResult})" />
    public static List<TResult>? FromSdk<T, TResult>(List<T>? list, Converter<T, TResult> convert) => IsAbsent(list) ? null : list!.ConvertAll(convert); // not null: it is present

    /// <summary>Each element of a list converted with its index; an absent list is absent.</summary>
    public static List<TResult>? FromSdk<T, TResult>(List<T>? list, Func<T, int, TResult> convert)
    {
        if (IsAbsent(list))
            return null;
        var result = new List<TResult>(list!.Count); // not null: it is present
        for (var i = 0; i < list.Count; i++)
            result.Add(convert(list[i], i));
        return result;
    }

    /// <summary>Each value of a map converted; an absent map is absent.</summary>
    public static Dictionary<string, TResult>? ToSdk<T, TResult>(IReadOnlyDictionary<string, T>? map, Func<T, TResult> convert)
    {
        if (map is null)
            return Absent<Dictionary<string, TResult>>();
        var result = new Dictionary<string, TResult>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map)
            result.Add(key, convert(value));
        return result;
    }

    /// <inheritdoc cref="ToSdk{T, TResult}(IReadOnlyDictionary{string, T}, Func{T, TResult})" />
    public static Dictionary<string, TResult>? FromSdk<T, TResult>(Dictionary<string, T>? map, Func<T, TResult> convert)
    {
        if (IsAbsent(map))
            return null;
        var result = new Dictionary<string, TResult>(map!.Count, StringComparer.Ordinal); // not null: it is present
        foreach (var (key, value) in map)
            result.Add(key, convert(value));
        return result;
    }
}

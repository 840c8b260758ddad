using System.Collections;
using Amazon;
using Amazon.Util.Internal;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>Collections of the SDK's objects: those that are there, and those that are not.</summary>
/// <remarks>
///     <para>
///         An absent collection is null, or an empty one where <c>AWSConfigs.InitializeCollections</c> is set, which is there for programs written for version
///         3. With the setting an empty collection of a request is not sent.
///     </para>
///     <para>
///         A collection that the SDK reads from an answer is of a type of its own, by which it tells an empty one from an absent one, and its higher layers
///         whether there is an item at all. So every collection that is made here is of that type.
///     </para>
/// </remarks>
internal static class Collections
{
    /// <summary>What the SDK's objects hold for a collection that is not there.</summary>
    public static T? Absent<T>()
        where T : class, new()
        => AWSConfigs.InitializeCollections ? new T() : null;

    /// <summary>An empty list as the SDK has it from an answer.</summary>
    public static List<T> CreateList<T>(int capacity)
    {
        List<T>? list = null;
        InternalSDKUtils.SetIsSet(true, ref list);
        _ = list!.EnsureCapacity(capacity); // set by the line above
        return list;
    }

    /// <summary>An empty map as the SDK has it from an answer.</summary>
    public static Dictionary<string, T> CreateMap<T>(int capacity)
    {
        Dictionary<string, T>? map = null;
        InternalSDKUtils.SetIsSet(true, ref map);
        _ = map!.EnsureCapacity(capacity); // set by the line above
        return map;
    }

    /// <summary>Whether an answer had no such map.</summary>
    public static bool IsAbsentFromAnswer<T>(Dictionary<string, T>? map)
        => map is null || (map.Count == 0 && AWSConfigs.InitializeCollections && !InternalSDKUtils.GetIsSet(map));

    /// <summary>Whether the SDK would not send the collection.</summary>
    public static bool IsAbsent(ICollection? collection) => collection is null || (collection.Count == 0 && AWSConfigs.InitializeCollections);

    /// <summary>Each element of a list converted; an absent list is absent.</summary>
    public static List<TResult>? ToSdk<T, TResult>(IReadOnlyList<T>? list, Func<T, TResult> convert)
    {
        if (list is null)
        {
            return Absent<List<TResult>>();
        }

        var result = CreateList<TResult>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            result.Add(convert(list[i]));
        }

        return result;
    }

    /// <inheritdoc cref="ToSdk{T, TResult}(IReadOnlyList{T}, Func{T, TResult})" />
    public static List<TResult>? FromSdk<T, TResult>(List<T>? list, Converter<T, TResult> convert)
        => IsAbsent(list) ? null : list!.ConvertAll(convert); // not null: it is present

    /// <summary>Each element of a list converted with its index; an absent list is absent.</summary>
    public static List<TResult>? FromSdk<T, TResult>(List<T>? list, Func<T, int, TResult> convert)
    {
        if (IsAbsent(list))
        {
            return null;
        }

        var result = new List<TResult>(list!.Count); // not null: it is present
        for (var i = 0; i < list.Count; i++)
        {
            result.Add(convert(list[i], i));
        }

        return result;
    }

    /// <summary>Each value of a map converted; an absent map is absent.</summary>
    public static Dictionary<string, TResult>? ToSdk<T, TResult>(IReadOnlyDictionary<string, T>? map, Func<T, TResult> convert)
    {
        if (map is null)
        {
            return Absent<Dictionary<string, TResult>>();
        }

        var result = CreateMap<TResult>(map.Count);
        foreach (var (key, value) in map)
        {
            result.Add(key, convert(value));
        }

        return result;
    }

    /// <inheritdoc cref="ToSdk{T, TResult}(IReadOnlyDictionary{string, T}, Func{T, TResult})" />
    public static Dictionary<string, TResult>? FromSdk<T, TResult>(Dictionary<string, T>? map, Func<T, TResult> convert)
    {
        if (IsAbsent(map))
        {
            return null;
        }

        var result = new Dictionary<string, TResult>(map!.Count, StringComparer.Ordinal); // not null: it is present
        foreach (var (key, value) in map)
        {
            result.Add(key, convert(value));
        }

        return result;
    }
}

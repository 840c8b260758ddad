using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>All combinations of one element of each list.</summary>
internal static class KeyCombinations
{
    /// <summary>The combinations, the last list running fastest; none where a list is empty. One array is reused for all of them.</summary>
    public static IEnumerable<object?[]> Enumerate(ImmutableArray<KeyList> lists, IReadOnlyDictionary<string, object?> parameters)
    {
        var values = lists.Select(l => ListValues.Read(l, parameters)).ToArray();
        if (values.Any(v => v.Count == 0))
        {
            yield break;
        }

        var positions = new int[values.Length];
        var combination = new object?[values.Length];
        while (true)
        {
            for (var i = 0; i < values.Length; i++)
            {
                combination[i] = values[i][positions[i]];
            }

            yield return combination;
            var last = values.Length - 1;
            while (last >= 0 && ++positions[last] == values[last].Count)
            {
                positions[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }
}

using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>Finds what an item has at a path of names, a NULL too: the service compares it with itself.</summary>
internal static class StoredValue
{
    /// <summary>The value, which shares the item's memory.</summary>
    /// <returns>False where the service would say that it does not exist.</returns>
    public static bool TryFind(Item item, DocumentPath path, out AttributeValue value)
    {
        value = default;
        var map = item;
        for (var i = 0; i < path.Segments.Length; i++)
        {
            if (!map.TryGetValue(((NameSegment)path.Segments[i]).Name, out value)) // what is projected is named
            {
                return false;
            }

            if (i == path.Segments.Length - 1)
            {
                return true;
            }

            if (value.Type != AttributeType.Map)
            {
                return false;
            }

            map = value.GetMap();
        }

        return false;
    }

    /// <summary>Whether two items have the same at a path.</summary>
    public static bool AreEqual(Item first, Item second, DocumentPath path)
        => TryFind(first, path, out var value) ? TryFind(second, path, out var other) && value == other : !TryFind(second, path, out _);
}

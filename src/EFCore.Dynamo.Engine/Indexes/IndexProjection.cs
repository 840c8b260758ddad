using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Indexes;

/// <summary>The part of an item that an index holds.</summary>
internal static class IndexProjection
{
    /// <summary>The entry of the item in the index; null where the item lacks an attribute of the index key, for indexes are sparse.</summary>
    public static Item? Project(IndexSchema index, Item? item)
    {
        if (item is not { } present || !index.Entries.HasKey(present.Span))
            return null;
        return index.ProjectedNames is null ? present : Project(index.ProjectedNames, present.Span);
    }

    private static Item Project(AttributeName[] names, ItemSpan item)
    {
        var builder = ThreadItemBuilder.Get();
        foreach (var name in names)
        {
            if (!item.TryGetValue(name, out var value))
                continue;
            builder.WriteName(name);
            builder.WriteValue(value);
        }

        return builder.Build();
    }
}

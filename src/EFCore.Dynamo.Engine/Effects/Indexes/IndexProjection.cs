using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>The part of an item that an index holds.</summary>
internal static class IndexProjection
{
    /// <summary>
    ///     The entry of the item in the index; null where the item lacks an attribute of the index key, or has a value that the key cannot take: indexes are
    ///     sparse.
    /// </summary>
    public static Item? Project(IndexSchema index, Item? item)
    {
        if (item is not { } present || !Holds(index, present.Span))
        {
            return null;
        }

        return index.ProjectedNames is null ? present : Project(index.ProjectedNames, present.Span);
    }

    /// <summary>The same of an item in the store's memory; the entry has memory of its own.</summary>
    public static Item? Project(IndexSchema index, ItemSpan item)
    {
        if (!Holds(index, item))
        {
            return null;
        }

        return index.ProjectedNames is null ? item.ToItem() : Project(index.ProjectedNames, item);
    }

    // Only an index that came after items can meet values that no write of today would let in.
    private static bool Holds(IndexSchema index, ItemSpan item)
        => index.Entries.HasKey(item) && (!index.IsAddedLater || KeyValidator.FitsIndexKey(index, item));

    private static Item Project(AttributeName[] names, ItemSpan item)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var name in names)
        {
            if (!item.TryGetValue(name, out var value))
            {
                continue;
            }

            builder.WriteName(name);
            builder.WriteValue(value);
        }

        return builder.Build();
    }
}

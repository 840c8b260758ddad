using EFCore.Dynamo.Update;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>Reads what an item holds of one tracked entity: the entity of the item itself, or one that it owns.</summary>
internal static class StoredValues
{
    /// <summary>The values of all properties, in EF's flattened order.</summary>
    /// <param name="context">What the values are read in.</param>
    /// <param name="entry">The entity's entry; its owners are tracked.</param>
    /// <param name="item">The item of the entity, or of the owner at the top.</param>
    /// <returns>Null where the item does not hold the entity.</returns>
    public static object?[]? Read(QueryContext context, InternalEntityEntry entry, Item item)
    {
        var entityType = (IEntityType)entry.EntityType;
        if (!entityType.IsNested())
        {
            var finder = ItemFinder.Get(entityType);
            return finder.IsMatch(item) ? finder.ReadValues(context, item) : null;
        }

        if (FindMap(context, entry, item) is not { } map)
        {
            return null;
        }

        var values = ItemFinder.Get(entityType).ReadValues(context, map);
        var index = 0;
        foreach (var property in entityType.GetFlattenedProperties())
        {
            // Where the entity is says what is not in its map: its owner's key, its place in the list.
            if (!property.IsStored())
            {
                values[index] = entry.GetCurrentValue(property);
            }

            index++;
        }

        return values;
    }

    private static Item? FindMap(QueryContext context, InternalEntityEntry entry, Item item)
    {
        if (!((IEntityType)entry.EntityType).IsNested())
        {
            return ItemFinder.Get(entry.EntityType).IsMatch(item) ? item : null;
        }

        var (owner, navigation) = OwnedChangeCollector.GetOwner(entry);
        if (FindMap(context, owner, item) is not { } ownerMap || !ownerMap.TryGetValue(navigation.GetAttributeName(), out var value))
        {
            return null;
        }

        return (navigation.IsCollection, value.Type) switch
        {
            (false, AttributeType.Map) => value.GetMap(),
            (true, AttributeType.List) => FindElement(context, entry, value),
            _ => null,
        };
    }

    private static Item? FindElement(QueryContext context, InternalEntityEntry entry, AttributeValue list)
    {
        var key = ((IEntityType)entry.EntityType).FindPrimaryKey()!.Properties; // an owned type in a list has one
        if (key.FirstOrDefault(static property => property.IsOrdinal()) is { } ordinal)
        {
            var position = entry.HasTemporaryValue(ordinal) ? 0 : entry.GetCurrentValue<int>(ordinal);
            return position >= 1 && position <= list.Count && list[position - 1] is { Type: AttributeType.Map } element ? element.GetMap() : null;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { Type: AttributeType.Map } element && HasKey(context, entry, key, element.GetMap()))
            {
                return element.GetMap();
            }
        }

        return null;
    }

    private static bool HasKey(QueryContext context, InternalEntityEntry entry, IReadOnlyList<IProperty> key, Item element)
    {
        var values = ItemFinder.Get(entry.EntityType).ReadValues(context, element);
        return key.Where(static property => property.IsStored())
            .All(property => property.GetKeyValueComparer().Equals(entry.GetCurrentValue(property), values[property.GetIndex()]));
    }
}

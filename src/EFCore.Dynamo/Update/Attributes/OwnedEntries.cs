using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>From an owner's entry to the entries of what it owns.</summary>
internal static class OwnedEntries
{
    /// <summary>The entry of an owned entity; of one that is not tracked yet, because change detection is off, a detached entry.</summary>
    public static InternalEntityEntry Get(InternalEntryBase owner, INavigation navigation, object owned)
        => owner.StateManager.GetOrCreateEntry(owned, navigation.TargetEntityType);

    /// <summary>Writes an owned entity with all that it owns.</summary>
    public static void WriteMap(ItemBuilder builder, InternalEntityEntry entry)
    {
        builder.BeginMap();
        StructureWriter.Get(entry.EntityType).Write(builder, entry);
        builder.EndMap();
    }
}

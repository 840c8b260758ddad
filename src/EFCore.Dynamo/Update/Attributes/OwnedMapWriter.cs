using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes an owned entity as a map.</summary>
/// <remarks>What changed is told by the owned entity's own entry, not by its owner's.</remarks>
internal sealed class OwnedMapWriter(INavigation navigation) : AttributeWriter(navigation.GetAttributeName())
{
    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (entry.GetCurrentValue(navigation) is { } owned)
        {
            builder.WriteName(Name);
            OwnedEntries.WriteMap(builder, OwnedEntries.Get(entry, navigation, owned));
        }
    }

    /// <inheritdoc />
    public override bool IsChanged(InternalEntryBase entry) => false;

    /// <inheritdoc />
    public override bool IsWhollyChanged(InternalEntryBase entry) => true;

    /// <inheritdoc />
    public override void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        if (changes.Folded is not { } folded || !folded.IsTouched(entry, navigation))
        {
            return;
        }

        var path = changes.Expression.GetPath(parent, Name.Text);
        if (entry.GetCurrentValue(navigation) is not { } owned)
        {
            changes.Expression.Remove(path);
            return;
        }

        var ownedEntry = OwnedEntries.Get(entry, navigation, owned);
        var structure = StructureWriter.Get(ownedEntry.EntityType);
        if (IsNew(ownedEntry) || (ownedEntry.EntityState == EntityState.Modified && structure.IsWhollyChanged(ownedEntry)))
        {
            OwnedEntries.WriteMap(changes.Expression.BeginSet(path), ownedEntry);
            return;
        }

        // Setting in a map needs the map; where somebody removed it, that is a conflict and not an invalid path.
        changes.Expression.RequireExists(path);
        structure.RequireTokensUnchanged(changes, path, ownedEntry);
        structure.WriteChanges(changes, path, ownedEntry);
    }

    // A replaced owned entity has the key of the one before it, and EF links the two entries.
    private static bool IsNew(InternalEntityEntry entry)
        => entry.EntityState is EntityState.Added or EntityState.Detached || entry.SharedIdentityEntry is not null;
}

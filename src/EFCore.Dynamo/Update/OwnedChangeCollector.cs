using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Update.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>Finds the item of each changed owned entity: that of the entity at the top of its owners.</summary>
internal static class OwnedChangeCollector
{
    /// <summary>Collects the changes by the entry of their item.</summary>
    /// <param name="entries">What EF wants saved. Owners that are themselves unchanged are added to it: their items are written, and their tokens counted
    /// up.</param>
    /// <returns>Null where no owned entity changed, as in most saves.</returns>
    public static Dictionary<InternalEntityEntry, FoldedChanges>? Collect(IList<IUpdateEntry> entries)
    {
        Dictionary<InternalEntityEntry, FoldedChanges>? folded = null;
        var count = entries.Count;
        for (var i = 0; i < count; i++)
        {
            var entry = (InternalEntityEntry)entries[i];
            if (!entry.EntityType.IsNested())
            {
                continue;
            }

            folded ??= new Dictionary<InternalEntityEntry, FoldedChanges>(ReferenceEqualityComparer.Instance);
            var root = FindRoot(entry);
            if (!folded.TryGetValue(root, out var changes))
            {
                folded.Add(root, changes = new FoldedChanges());
                if (root.EntityState == EntityState.Unchanged)
                {
                    entries.Add(root);
                }
            }

            changes.Add(entry);
            Touch(changes, entry);
        }

        return folded;
    }

    private static void Touch(FoldedChanges changes, InternalEntityEntry entry)
    {
        while (entry.EntityType.IsNested())
        {
            var (owner, navigation) = GetOwner(entry);
            if (!changes.Touch(owner, navigation))
            {
                return;
            }

            entry = owner;
        }
    }

    /// <summary>The entry of the item that an entity lives in; of an entity that has an item of its own, that one's.</summary>
    /// <exception cref="InvalidOperationException">An owner is not tracked.</exception>
    public static InternalEntityEntry FindRoot(InternalEntityEntry entry)
    {
        while (entry.EntityType.IsNested())
        {
            entry = GetOwner(entry).Owner;
        }

        return entry;
    }

    /// <summary>The owner of an entity that is owned, and the owner's navigation to it.</summary>
    /// <exception cref="InvalidOperationException">The owner is not tracked.</exception>
    public static (InternalEntityEntry Owner, INavigation Navigation) GetOwner(InternalEntityEntry entry)
    {
        var ownership = ((IEntityType)entry.EntityType).FindOwnership()!; // only an owned type is nested
        var owner = entry.StateManager.FindPrincipal(entry, ownership)
            ?? throw new InvalidOperationException(
                UpdateStrings.OwnerNotTracked(entry.EntityType.DisplayName(), ownership.PrincipalEntityType.DisplayName()));
        return (owner, ownership.PrincipalToDependent!); // an ownership always has the owner's navigation
    }
}

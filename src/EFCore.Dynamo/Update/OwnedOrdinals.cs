using System.Collections;
using EFCore.Dynamo.Update.Attributes;
using EFCore.Dynamo.Update.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>Numbers the owned entities of a saved list anew, from 1: their position is part of EF's key, and the next read will number them so.</summary>
/// <remarks>
///     Done when the list is stored and EF has not yet accepted the changes. Before, a failed save would leave keys behind that nothing takes back.
/// </remarks>
internal static class OwnedOrdinals
{
    /// <summary>Numbers the elements of all lists that a plan has written.</summary>
    /// <param name="plan">What was written.</param>
    /// <param name="entries">What EF will accept after the save; unchanged elements that moved are added to it.</param>
    public static void Assign(WritePlan plan, IList<IUpdateEntry> entries)
    {
        foreach (var step in plan.Steps)
        {
            foreach (var operation in step.Operations)
            {
                if (operation.Folded is { } changes && operation.Kind != WriteKind.Delete)
                {
                    Assign(changes, entries);
                }
            }
        }
    }

    private static void Assign(FoldedChanges changes, IList<IUpdateEntry> entries)
    {
        foreach (var (owner, navigation) in changes.Touched)
        {
            if (navigation.IsCollection
                && FindOrdinal(navigation.TargetEntityType) is { } ordinal
                && owner.GetCurrentValue(navigation) is IEnumerable owned)
            {
                Assign([.. owned.Cast<object>().Select(element => OwnedEntries.Get(owner, navigation, element))], ordinal, entries);
            }
        }
    }

    private static void Assign(List<InternalEntityEntry> elements, IProperty ordinal, IList<IUpdateEntry> entries)
    {
        if (IsInOrder(elements, ordinal))
        {
            return;
        }

        // Two steps, because a key that another element still has cannot be given away.
        for (var i = 0; i < elements.Count; i++)
        {
            if (!elements[i].HasTemporaryValue(ordinal))
            {
                elements[i].SetTemporaryValue(ordinal, -1 - i, setModified: false);
            }
        }

        for (var i = 0; i < elements.Count; i++)
        {
            elements[i].SetStoreGeneratedValue(ordinal, i + 1, setModified: false);
            AddToAccepted(elements[i], entries);
        }
    }

    // What an element owns has the element's key in its own, and EF has just passed the new one on. Accepting an entry twice does nothing.
    private static void AddToAccepted(InternalEntityEntry entry, IList<IUpdateEntry> entries)
    {
        entries.Add(entry);
        foreach (var navigation in ((IEntityType)entry.EntityType).GetNavigations())
        {
            if (navigation.IsOnDependent || !navigation.TargetEntityType.IsNested() || entry.GetCurrentValue(navigation) is not { } owned)
            {
                continue;
            }

            foreach (var element in navigation.IsCollection ? (IEnumerable)owned : new[] { owned })
            {
                AddToAccepted(OwnedEntries.Get(entry, navigation, element), entries);
            }
        }
    }

    private static bool IsInOrder(List<InternalEntityEntry> elements, IProperty ordinal)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].HasTemporaryValue(ordinal) || elements[i].GetCurrentValue<int>(ordinal) != i + 1)
            {
                return false;
            }
        }

        return true;
    }

    private static IProperty? FindOrdinal(IEntityType entityType)
        => entityType.FindPrimaryKey()?.Properties.FirstOrDefault(static property => property.IsOrdinal());
}

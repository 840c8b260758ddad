using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update.Changes;

/// <summary>The changed entities that live inside one item, and the navigations that lead to them.</summary>
internal sealed class FoldedChanges
{
    private readonly HashSet<(InternalEntryBase Owner, INavigation Navigation)> _touched = [];
    private readonly List<IUpdateEntry> _entries = [];

    /// <summary>The changed entries, none of which is the item's own.</summary>
    public IReadOnlyList<IUpdateEntry> Entries => _entries;

    /// <summary>The owners and navigations behind which something changed.</summary>
    public IReadOnlyCollection<(InternalEntryBase Owner, INavigation Navigation)> Touched => _touched;

    /// <summary>Adds a changed entry; the way to it is added by <see cref="Touch" />.</summary>
    public void Add(IUpdateEntry entry) => _entries.Add(entry);

    /// <summary>Notes that something changed behind a navigation.</summary>
    /// <returns>False where that was known, and with it everything above.</returns>
    public bool Touch(InternalEntryBase owner, INavigation navigation) => _touched.Add((owner, navigation));

    /// <summary>Whether something changed behind a navigation.</summary>
    public bool IsTouched(InternalEntryBase owner, INavigation navigation) => _touched.Contains((owner, navigation));
}

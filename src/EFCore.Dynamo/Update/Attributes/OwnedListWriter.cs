using System.Collections;
using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes a collection of owned entities as a list of maps, always as a whole.</summary>
internal sealed class OwnedListWriter(INavigation navigation) : AttributeWriter(navigation.GetAttributeName())
{
    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (entry.GetCurrentValue(navigation) is IEnumerable owned)
        {
            builder.WriteName(Name);
            WriteList(builder, entry, owned);
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
        if (entry.GetCurrentValue(navigation) is IEnumerable owned)
        {
            WriteList(changes.Expression.BeginSet(path), entry, owned);
        }
        else
        {
            changes.Expression.Remove(path);
        }
    }

    private void WriteList(ItemBuilder builder, InternalEntryBase entry, IEnumerable owned)
    {
        builder.BeginList();
        foreach (var element in owned)
        {
            OwnedEntries.WriteMap(builder, OwnedEntries.Get(entry, navigation, element));
        }

        builder.EndList();
    }
}

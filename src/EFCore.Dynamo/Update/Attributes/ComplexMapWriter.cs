using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes a complex property as a map.</summary>
internal sealed class ComplexMapWriter(IComplexProperty property) : AttributeWriter(property.GetAttributeName())
{
    private readonly StructureWriter _structure = StructureWriter.Get(property.ComplexType);

    /// <inheritdoc />
    public override bool HasTokens => _structure.HasTokens;

    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (entry.GetCurrentValue(property) is not null)
        {
            builder.WriteName(Name);
            WriteMap(builder, entry);
        }
    }

    /// <inheritdoc />
    public override bool IsChanged(InternalEntryBase entry) => _structure.IsChanged(entry);

    /// <inheritdoc />
    public override bool IsWhollyChanged(InternalEntryBase entry) => _structure.IsWhollyChanged(entry);

    /// <inheritdoc />
    public override void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        if (!IsChanged(entry))
        {
            return;
        }

        var path = changes.Expression.GetPath(parent, Name.Text);
        if (entry.GetCurrentValue(property) is null)
        {
            changes.Expression.Remove(path);
        }
        else if (WasNull(entry) || IsWhollyChanged(entry))
        {
            // Where the value was null, or comes disconnected with Update() so that all of it counts as changed, the map may not be there.
            WriteMap(changes.Expression.BeginSet(path), entry);
        }
        else
        {
            // Setting in a map needs the map; where somebody removed it, that is a conflict and not an invalid path.
            changes.Expression.RequireExists(path);
            _structure.WriteChanges(changes, path, entry);
        }
    }

    /// <inheritdoc />
    public override void RequireTokensUnchanged(ItemChanges changes, string? parent, InternalEntryBase entry)
        => _structure.RequireTokensUnchanged(changes, changes.Expression.GetPath(parent, Name.Text), entry);

    private bool WasNull(InternalEntryBase entry)
        => property.IsNullable && property.GetOriginalValueIndex() >= 0 && entry.GetOriginalValue(property) is null;

    private void WriteMap(ItemBuilder builder, InternalEntryBase entry)
    {
        builder.BeginMap();
        _structure.Write(builder, entry);
        builder.EndMap();
    }
}

using System.Collections;
using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes a collection of complex values as a list of maps, always as a whole.</summary>
internal sealed class ComplexListWriter(IComplexProperty property) : AttributeWriter(property.GetAttributeName())
{
    private readonly StructureWriter _structure = StructureWriter.Get(property.ComplexType);

    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (entry.GetCurrentValue(property) is IList values)
        {
            builder.WriteName(Name);
            WriteList(builder, entry, values);
        }
    }

    /// <inheritdoc />
    public override bool IsChanged(InternalEntryBase entry) => entry.IsModified(property);

    /// <inheritdoc />
    public override void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        if (!IsChanged(entry))
        {
            return;
        }

        var path = changes.Expression.GetPath(parent, Name.Text);
        if (entry.GetCurrentValue(property) is IList values)
        {
            WriteList(changes.Expression.BeginSet(path), entry, values);
        }
        else
        {
            changes.Expression.Remove(path);
        }
    }

    private void WriteList(ItemBuilder builder, InternalEntryBase entry, IList values)
    {
        builder.BeginList();
        for (var ordinal = 0; ordinal < values.Count; ordinal++)
        {
            if (values[ordinal] is null)
            {
                builder.WriteNull();
                continue;
            }

            builder.BeginMap();
            _structure.Write(builder, entry.GetComplexCollectionEntry(property, ordinal));
            builder.EndMap();
        }

        builder.EndList();
    }
}

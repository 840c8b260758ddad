using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Update.Attributes;
using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Writes a key attribute that no property owns.</summary>
/// <remarks>An index attribute follows the properties in its template; where one of them is null it is absent, and the item is not in the index.</remarks>
internal sealed class ComputedKeyAttributeWriter(IEntityType entityType, KeyComponent component, bool isRequired) : AttributeWriter(component.AttributeName)
{
    private readonly KeyWriter _key = KeyWriter.Create(component);

    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (_key.HasValue(entry, original: false))
        {
            builder.WriteName(Name);
            _key.WriteValue(builder, entry, original: false);
        }
        else if (isRequired)
        {
            throw new InvalidOperationException(
                UpdateStrings.KeyValueMissing(entityType.DisplayName(), component.AttributeName, component.Template.ToString()));
        }
    }

    /// <inheritdoc />
    public override bool IsChanged(InternalEntryBase entry) => _key.IsAffected(entry);

    /// <inheritdoc />
    public override void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        if (!IsChanged(entry))
        {
            return;
        }

        var path = changes.Expression.GetPath(parent, Name.Text);
        if (_key.HasValue(entry, original: false))
        {
            _key.WriteValue(changes.Expression.BeginSet(path), entry, original: false);
        }
        else
        {
            changes.Expression.Remove(path);
        }
    }
}

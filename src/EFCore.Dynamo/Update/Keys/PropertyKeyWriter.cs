using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Update.Attributes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Writes a key attribute that is a property's value.</summary>
internal sealed class PropertyKeyWriter(KeyComponent component, IProperty property) : KeyWriter(component)
{
    private readonly ScalarAttributeWriter _value = ScalarAttributeWriter.Create(property);

    /// <inheritdoc />
    protected override bool HasValueCore(InternalEntryBase entry, bool original) => !_value.IsAbsent(entry, original);

    /// <inheritdoc />
    public override void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original) => _value.WriteValue(builder, entry, original);
}

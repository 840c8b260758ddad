using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes a property of a nullable value type: codecs speak the type without its null.</summary>
internal sealed class NullableAttributeWriter<T>(IProperty property, AttributeValueCodec<T> codec) : ScalarAttributeWriter(property)
    where T : struct
{
    /// <inheritdoc />
    public override bool IsAbsent(InternalEntryBase entry, bool original)
        => entry.GetValue<T?>(Property, original) is not { } value || codec.IsAbsent(value);

    /// <inheritdoc />
    public override void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original)
        => codec.Write(builder, entry.GetValue<T?>(Property, original).GetValueOrDefault());

    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        if (entry.GetCurrentValue<T?>(Property) is { } value && !codec.IsAbsent(value))
        {
            builder.WriteName(Name);
            codec.Write(builder, value);
        }
    }
}

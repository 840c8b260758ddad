using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes a property of a reference type, or of a value type that is not nullable.</summary>
internal sealed class ScalarAttributeWriter<T>(IProperty property, AttributeValueCodec<T> codec) : ScalarAttributeWriter(property)
{
    /// <inheritdoc />
    public override bool IsAbsent(InternalEntryBase entry, bool original)
    {
        var value = entry.GetValue<T>(Property, original);
        if (value is null && !original)
        {
            RefuseNullWhereRequired();
        }

        return codec.IsAbsent(value);
    }

    /// <inheritdoc />
    public override void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original)
        => codec.Write(builder, entry.GetValue<T>(Property, original));

    /// <inheritdoc />
    public override void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        var value = entry.GetCurrentValue<T>(Property);
        if (value is null)
        {
            RefuseNullWhereRequired();
        }

        if (!codec.IsAbsent(value))
        {
            builder.WriteName(Name);
            codec.Write(builder, value);
        }
    }

    // DynamoDB would take it, as an absent attribute; who declared the property required would read a null that cannot be.
    private void RefuseNullWhereRequired()
    {
        if (!Property.IsNullable)
        {
            throw new DbUpdateException(UpdateStrings.RequiredPropertyNull(Property.DeclaringType.DisplayName(), Property.Name));
        }
    }
}

using EFCore.Dynamo.Keys;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>One hole of a key template, bound to the property that fills it.</summary>
/// <param name="Hole">The hole, with its CLR type.</param>
/// <param name="Path">The members from the entity to the property: one, or several through complex properties.</param>
/// <param name="Property">The property, the last of the path.</param>
/// <param name="Converter">
///     Not null where the hole formats the converted value, because the property's own type is not one that templates can format
///     (a strongly typed id, for example).
/// </param>
public sealed record KeyHole(KeyTemplateHole Hole, IReadOnlyList<IPropertyBase> Path, IProperty Property, ValueConverter? Converter)
{
    /// <summary>The type of the value that the template formats: the property's type, or what <see cref="Converter" /> makes of it; never nullable.</summary>
    public Type FormattedType
        => Nullable.GetUnderlyingType(Converter?.ProviderClrType ?? Property.ClrType) ?? Converter?.ProviderClrType ?? Property.ClrType;
}

using EFCore.Dynamo.Keys;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>Finds the properties that the holes of a key template name.</summary>
internal static class KeyHoleBinder
{
    /// <summary>The members of a dotted path: complex properties, then a property; null where one does not exist.</summary>
    public static IReadOnlyList<IPropertyBase>? FindPath(IEntityType entityType, string memberPath)
    {
        var names = memberPath.Split('.');
        var path = new IPropertyBase[names.Length];
        ITypeBase type = entityType;
        for (var i = 0; i < names.Length - 1; i++)
        {
            if (type.FindComplexProperty(names[i]) is not { IsCollection: false } complexProperty)
            {
                return null;
            }

            path[i] = complexProperty;
            type = complexProperty.ComplexType;
        }

        if (type.FindProperty(names[^1]) is not { } property)
        {
            return null;
        }

        path[^1] = property;
        return path;
    }

    /// <summary>The type of what a template formats: the property's own where templates know it, else what its value converter makes of it.</summary>
    public static Type GetFormattedType(IProperty property)
        => FormatsOwnType(property) ? Unwrap(property.ClrType) : Unwrap(FindConverter(property)!.ProviderClrType);

    /// <summary>Whether templates can format the property's values, or what they are converted to.</summary>
    public static bool IsFormattable(IProperty property)
        => IsFormattable(property.ClrType) || (FindConverter(property) is { } converter && IsFormattable(converter.ProviderClrType));

    public static KeyHole Bind(KeyTemplateHole hole, IReadOnlyList<IPropertyBase> path)
    {
        var property = (IProperty)path[^1];
        return new KeyHole(hole, path, property, FormatsOwnType(property) ? null : FindConverter(property));
    }

    private static bool FormatsOwnType(IProperty property) => IsFormattable(property.ClrType) || FindConverter(property) is null;

    private static ValueConverter? FindConverter(IProperty property)
        => property.FindTypeMapping()?.Converter;

    private static bool IsFormattable(Type clrType)
    {
        var type = Unwrap(clrType);
        return type.IsEnum
            || Type.GetTypeCode(type) is not (TypeCode.Object or TypeCode.DBNull or TypeCode.Empty)
            || type == typeof(Guid)
            || type == typeof(DateTimeOffset)
            || type == typeof(DateOnly)
            || type == typeof(TimeOnly)
            || type == typeof(TimeSpan);
    }

    private static Type Unwrap(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

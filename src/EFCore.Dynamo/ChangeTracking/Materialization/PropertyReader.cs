using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking.Materialization;

/// <summary>Reads one property from a packed item.</summary>
/// <remarks>
///     Built once for a model and shared by threads. It remembers where in the item the attribute was last: items of one shape have it there again, and a race
///     for the remembered place costs a search, not a wrong value.
/// </remarks>
internal abstract class PropertyReader
{
    private readonly AttributeName[] _path;
    private readonly int[] _hints;
    private readonly object? _absentValue;

    /// <summary>Builds the path from the item to the property: one name, or several through complex properties.</summary>
    protected PropertyReader(IProperty property)
    {
        var path = new List<AttributeName> { new(property.GetAttributeName()) };
        for (var type = property.DeclaringType; type is IComplexType complexType; type = complexType.ComplexProperty.DeclaringType)
        {
            path.Insert(0, new AttributeName(complexType.ComplexProperty.GetAttributeName()));
        }

        _absentValue = path.Count == 1 && !property.IsNullable && property.ClrType.IsValueType ? Activator.CreateInstance(property.ClrType) : null;
        _path = [.. path];
        _hints = new int[_path.Length];
    }

    /// <summary>The value as an object; an absent attribute is null, also where the property is not nullable.</summary>
    public abstract object? ReadBoxed(Item item);

    /// <summary>The value as an object, as the entity would have it: the default where a property that is not nullable is absent.</summary>
    public object? ReadEntityValue(Item item) => ReadBoxed(item) ?? _absentValue;

    /// <summary>Builds the reader for a property's CLR type.</summary>
    public static PropertyReader Create(IProperty property)
    {
        var codec = ((DynamoTypeMapping)property.GetTypeMapping()).Codec;
        var underlyingType = Nullable.GetUnderlyingType(property.ClrType);
        var readerType = underlyingType is null
            ? typeof(PropertyReader<>).MakeGenericType(property.ClrType)
            : typeof(NullablePropertyReader<>).MakeGenericType(underlyingType);
        return (PropertyReader)Activator.CreateInstance(readerType, property, codec)!; // null only for Nullable<T>
    }

    /// <summary>Finds the value; false where the attribute, or a map on the way to it, is absent or NULL.</summary>
    protected bool TryFind(Item item, out AttributeValueSpan value)
    {
        value = default;
        var map = item.Span;
        for (var i = 0; i < _path.Length; i++)
        {
            var index = map.IndexOf(_path[i].Utf8, ref _hints[i]);
            if (index < 0)
            {
                return false;
            }

            var found = map.GetValueAt(index);
            if (i == _path.Length - 1)
            {
                value = found;
            }
            else if (found.Type == AttributeType.Map)
            {
                map = found.GetMap();
            }
            else
            {
                return false;
            }
        }

        return value.Type != AttributeType.Null;
    }
}

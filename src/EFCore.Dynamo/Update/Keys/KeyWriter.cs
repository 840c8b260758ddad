using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Writes one attribute of a key of a table or index.</summary>
internal abstract class KeyWriter(KeyComponent component)
{
    private readonly IProperty[] _properties = [.. component.Holes.Select(static hole => hole.Property)];

    private readonly IComplexProperty[] _nullableOwners
        = [.. component.Holes.SelectMany(static hole => hole.Path).OfType<IComplexProperty>().Where(static property => property.IsNullable).Distinct()];

    /// <summary>The attribute and where its value comes from.</summary>
    public KeyComponent Component { get; } = component;

    /// <summary>Whether a property that the attribute comes from was changed. The value may still be the same.</summary>
    public bool IsAffected(InternalEntryBase entry)
    {
        foreach (var property in _properties)
        {
            if (entry.IsModified(property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all properties that the attribute comes from have a value.</summary>
    public bool HasValue(InternalEntryBase entry, bool original) => IsReachable(entry, original) && HasValueCore(entry, original);

    /// <summary>Whether the properties have a value, given that the complex values around them have.</summary>
    protected abstract bool HasValueCore(InternalEntryBase entry, bool original);

    /// <summary>Writes the value; there must be one.</summary>
    public abstract void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original);

    // In a complex value that is null EF reads an int as 0, which is no value of a key.
    private bool IsReachable(InternalEntryBase entry, bool original)
    {
        foreach (var property in _nullableOwners)
        {
            var value = original && property.GetOriginalValueIndex() >= 0 ? entry.GetOriginalValue(property) : entry.GetCurrentValue(property);
            if (value is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Builds the writer of a component: a property's own value, or the text of a template.</summary>
    public static KeyWriter Create(KeyComponent component)
        => component.Property is { } property ? new PropertyKeyWriter(component, property) : new TextKeyWriter(component);
}

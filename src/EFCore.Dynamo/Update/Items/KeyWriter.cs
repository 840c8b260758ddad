using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Items;

/// <summary>Writes one attribute of a key of a table or index.</summary>
internal abstract class KeyWriter(KeyComponent component)
{
    private readonly IProperty[] _properties = [.. component.Holes.Select(static hole => hole.Property)];

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
    public abstract bool HasValue(InternalEntryBase entry, bool original);

    /// <summary>Writes the value; there must be one.</summary>
    public abstract void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original);

    /// <summary>Builds the writer of a component: a property's own value, or the text of a template.</summary>
    public static KeyWriter Create(KeyComponent component)
        => component.Property is { } property ? new PropertyKeyWriter(component, property) : new TextKeyWriter(component);
}

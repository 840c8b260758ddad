using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes one attribute of an item or of a map in it, from the entry of the entity.</summary>
/// <remarks>Built once for a model; immutable and safe for concurrent use. Values go from the entity to the packed item without being boxed.</remarks>
internal abstract class AttributeWriter(string attributeName)
{
    /// <summary>The attribute's name.</summary>
    public AttributeName Name { get; } = new(attributeName);

    /// <summary>Whether there is a concurrency token in it.</summary>
    public virtual bool HasTokens => false;

    /// <summary>Writes name and value, or nothing where the value is represented by an absent attribute.</summary>
    public abstract void Write(ItemBuilder builder, InternalEntryBase entry);

    /// <summary>Whether the attribute, or something in it, differs from what was read.</summary>
    public abstract bool IsChanged(InternalEntryBase entry);

    /// <summary>Whether all of the attribute was changed, so that it is written as a whole.</summary>
    public virtual bool IsWhollyChanged(InternalEntryBase entry) => IsChanged(entry);

    /// <summary>Spells what changed as <c>SET</c> and <c>REMOVE</c>.</summary>
    /// <param name="changes">Where to.</param>
    /// <param name="parent">The path of the map that holds the attribute; null for the item.</param>
    /// <param name="entry">The entry of the entity or complex value that has the attribute.</param>
    public abstract void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry);

    /// <summary>Makes the write conditional on the concurrency tokens in the attribute, as they were read.</summary>
    public virtual void RequireTokensUnchanged(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
    }
}

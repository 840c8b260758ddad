using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes a property as one attribute value.</summary>
internal abstract class ScalarAttributeWriter(IProperty property) : AttributeWriter(property.GetAttributeName())
{
    /// <summary>The property.</summary>
    public IProperty Property { get; } = property;

    /// <inheritdoc />
    public sealed override bool HasTokens => Property.IsConcurrencyToken;

    /// <summary>Whether the value of one side is represented by an absent attribute.</summary>
    public abstract bool IsAbsent(InternalEntryBase entry, bool original);

    /// <summary>Writes the value of one side, which is not absent.</summary>
    public abstract void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original);

    /// <inheritdoc />
    public sealed override bool IsChanged(InternalEntryBase entry) => entry.IsModified(Property);

    /// <inheritdoc />
    public sealed override void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        if (!IsChanged(entry))
        {
            return;
        }

        var path = changes.Expression.GetPath(parent, Name.Text);
        if (IsAbsent(entry, original: false))
        {
            changes.Expression.Remove(path);
        }
        else
        {
            WriteValue(changes.Expression.BeginSet(path), entry, original: false);
        }
    }

    /// <inheritdoc />
    public sealed override void RequireTokensUnchanged(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        var path = changes.Expression.GetPath(parent, Name.Text);
        if (IsAbsent(entry, original: true))
        {
            changes.Expression.RequireAbsent(path);
        }
        else
        {
            WriteValue(changes.Expression.BeginRequireEqual(path), entry, original: true);
        }
    }

    /// <summary>Builds the writer for a property's CLR type.</summary>
    public static ScalarAttributeWriter Create(IProperty property)
    {
        var codec = ((DynamoTypeMapping)property.GetTypeMapping()).Codec;
        var underlyingType = Nullable.GetUnderlyingType(property.ClrType);
        var writerType = underlyingType is null
            ? typeof(ScalarAttributeWriter<>).MakeGenericType(property.ClrType)
            : typeof(NullableAttributeWriter<>).MakeGenericType(underlyingType);
        return (ScalarAttributeWriter)Activator.CreateInstance(writerType, property, codec)!; // null only for Nullable<T>
    }
}

using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update.Attributes;

/// <summary>Writes the attributes of an item, or of a map in an item.</summary>
/// <remarks>Built once for a model and kept on its type; immutable and safe for concurrent use.</remarks>
internal sealed class StructureWriter
{
    private const string AnnotationName = "Dynamo:StructureWriter";

    private readonly ITypeBase _type;
    private readonly AttributeWriter[] _attributes;
    private readonly AttributeWriter[] _changeable;

    private StructureWriter(ITypeBase type, IEnumerable<AttributeWriter> computed, EntityKeyLayout? key)
    {
        _type = type;
        var attributes = new List<AttributeWriter>(computed);
        foreach (var property in type.GetProperties())
        {
            if (property.IsStored())
            {
                attributes.Add(CreateWriter(type, property));
            }
        }

        foreach (var property in type.GetComplexProperties())
        {
            attributes.Add(property.IsCollection ? new ComplexListWriter(property) : new ComplexMapWriter(property));
        }

        if (type is IEntityType entityType)
        {
            foreach (var navigation in entityType.GetNavigations())
            {
                if (navigation.TargetEntityType.IsNested() && !navigation.IsOnDependent)
                {
                    attributes.Add(navigation.IsCollection ? new OwnedListWriter(navigation) : new OwnedMapWriter(navigation));
                }
            }
        }

        // The packed form is sorted by name: names that come in order need no sorting.
        attributes.Sort(static (x, y) => x.Name.Utf8.SequenceCompareTo(y.Name.Utf8));
        _attributes = [.. attributes];
        HasTokens = attributes.Exists(static attribute => attribute.HasTokens);
        _changeable = [.. attributes.Where(attribute => !IsKeyAttribute(attribute, key))];
    }

    /// <summary>Whether there is a concurrency token in it.</summary>
    public bool HasTokens { get; }

    /// <summary>The writer of a complex type's values, or of the entities of a type that lives in its owner's item.</summary>
    public static StructureWriter Get(ITypeBase type)
        => type.GetOrAddRuntimeAnnotationValue(AnnotationName, static key => new StructureWriter(key!, [], key: null), type);

    /// <summary>The writer of whole items: the attributes of the entity and those computed for keys.</summary>
    /// <remarks>The attributes of the primary key are no part of an update: changing them is another item.</remarks>
    public static StructureWriter CreateForItem(IEntityType entityType, IEnumerable<AttributeWriter> computed, EntityKeyLayout key)
        => new(entityType, computed, key);

    /// <summary>Writes all attributes.</summary>
    public void Write(ItemBuilder builder, InternalEntryBase entry)
    {
        var i = 0;
        try
        {
            for (; i < _attributes.Length; i++)
            {
                _attributes[i].Write(builder, entry);
            }
        }
        catch (Exception exception) when (IsAboutValue(exception))
        {
            throw Refuse(_attributes[i], entry, exception);
        }
    }

    /// <summary>Whether any attribute differs from what was read.</summary>
    public bool IsChanged(InternalEntryBase entry)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.IsChanged(entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all attributes were changed.</summary>
    public bool IsWhollyChanged(InternalEntryBase entry)
    {
        foreach (var attribute in _attributes)
        {
            if (!attribute.IsWhollyChanged(entry))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Spells what changed.</summary>
    public void WriteChanges(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        var i = 0;
        try
        {
            for (; i < _changeable.Length; i++)
            {
                _changeable[i].WriteChanges(changes, parent, entry);
            }
        }
        catch (Exception exception) when (IsAboutValue(exception))
        {
            throw Refuse(_changeable[i], entry, exception);
        }
    }

    /// <summary>Makes the write conditional on the concurrency tokens that were read.</summary>
    public void RequireTokensUnchanged(ItemChanges changes, string? parent, InternalEntryBase entry)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.HasTokens)
            {
                attribute.RequireTokensUnchanged(changes, parent, entry);
            }
        }
    }

    private static AttributeWriter CreateWriter(ITypeBase type, IProperty property)
        => type is IComplexType && property == type.FindDiscriminatorProperty() && !property.IsShadowProperty() && type.GetDiscriminatorValue() is { } value
            ? new DiscriminatorAttributeWriter(property, value)
            : ScalarAttributeWriter.Create(property);

    // A number out of range, NaN, a text that is no Unicode: the codec knows the value, only this place knows whose it is.
    private static bool IsAboutValue(Exception exception)
        => exception is DynamoValidationException or ArgumentException or OverflowException;

    private DbUpdateException Refuse(AttributeWriter attribute, InternalEntryBase entry, Exception exception)
        => new(
            UpdateStrings.ValueNotStorable(_type.DisplayName(), attribute.Name.Text, entry.StateManager.SensitiveLoggingEnabled ? exception.Message : null),
            exception);

    private static bool IsKeyAttribute(AttributeWriter attribute, EntityKeyLayout? key)
        => key is not null
            && (string.Equals(attribute.Name.Text, key.PartitionKey.AttributeName, StringComparison.Ordinal)
                || string.Equals(attribute.Name.Text, key.SortKey?.AttributeName, StringComparison.Ordinal));
}

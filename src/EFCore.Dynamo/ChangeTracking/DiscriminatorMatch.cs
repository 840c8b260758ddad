using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>Tells whether an item holds an entity of a type, or of one derived from it: a key may be that of a sibling.</summary>
internal sealed class DiscriminatorMatch
{
    private readonly AttributeName? _name;
    private readonly AttributeValue[] _values;

    /// <summary>Encodes the values once, so that comparing compares bytes.</summary>
    public DiscriminatorMatch(IEntityType entityType)
    {
        if (entityType.FindDiscriminatorProperty() is not { } discriminator)
        {
            _values = [];
            return;
        }

        var codec = ((DynamoTypeMapping)discriminator.GetTypeMapping()).Codec;
        _name = new AttributeName(discriminator.GetAttributeName());
        _values = [.. entityType.GetConcreteDerivedTypesInclusive().Select(type => codec.ToAttributeValue(type.GetDiscriminatorValue()))];
    }

    /// <summary>Whether the item is of the type; true where the model has no discriminator.</summary>
    public bool IsMatch(Item item)
    {
        if (_name is null)
        {
            return true;
        }

        if (item.Span.TryGetValue(_name, out var discriminator))
        {
            foreach (ref readonly var value in _values.AsSpan())
            {
                if (discriminator.ValueEquals(value.Span))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.ChangeTracking.Materialization;

/// <summary>Makes tracked entities of a type and the types derived from it: the discriminator in the item says which.</summary>
internal sealed class HierarchyMaterializer
{
    private readonly EntityMaterializer[] _materializers;
    private readonly AttributeValue[] _discriminators;
    private readonly AttributeName? _discriminatorName;

    private HierarchyMaterializer(IEntityType entityType, IStructuralTypeMaterializerSource materializerSource)
    {
        var concreteTypes = entityType.GetConcreteDerivedTypesInclusive().ToList();
        _materializers = [.. concreteTypes.Select(type => new EntityMaterializer(type, materializerSource))];
        if (entityType.FindDiscriminatorProperty() is { } discriminator)
        {
            var codec = ((DynamoTypeMapping)discriminator.GetTypeMapping()).Codec;
            _discriminatorName = new AttributeName(discriminator.GetAttributeName());
            _discriminators = [.. concreteTypes.Select(type => codec.ToAttributeValue(type.GetDiscriminatorValue()))];
        }
        else
        {
            _discriminators = [];
        }
    }

    /// <summary>The materializer of a type; null where an entity needs more than its item, or than EF's materializer sets.</summary>
    public static HierarchyMaterializer? TryCreate(IEntityType entityType, IStructuralTypeMaterializerSource materializerSource)
        => entityType.GetConcreteDerivedTypesInclusive().All(EntityMaterializer.CanMaterialize)
            ? new HierarchyMaterializer(entityType, materializerSource)
            : null;

    /// <summary>Creates the entity and tracks it as unchanged.</summary>
    /// <returns>Null where the item belongs to an entity of another type.</returns>
    public object? CreateTracked(Item item, IStateManager stateManager)
        => FindMaterializer(item)?.CreateTracked(item, stateManager);

    /// <summary>Whether the item belongs to an entity of this type.</summary>
    public bool IsMatch(Item item) => FindMaterializer(item) is not null;

    private EntityMaterializer? FindMaterializer(Item item)
    {
        if (_discriminatorName is null)
        {
            return _materializers[0];
        }

        if (item.Span.TryGetValue(_discriminatorName, out var discriminator))
        {
            for (var i = 0; i < _discriminators.Length; i++)
            {
                if (discriminator.ValueEquals(_discriminators[i].Span))
                {
                    return _materializers[i];
                }
            }
        }

        return null;
    }
}

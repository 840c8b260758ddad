using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Metadata.Layouts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Microsoft.EntityFrameworkCore;

/// <summary>What the model says about entity types and DynamoDB.</summary>
public static class DynamoEntityTypeExtensions
{
    /// <summary>The table of the entity type, without the connection's prefix; null for an owned type, which is a part of its owner's item.</summary>
    public static string? GetDynamoTableName(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);
        if (entityType.IsNested())
        {
            return null;
        }

        var root = entityType.GetRootType();
        return (string?)root[DynamoAnnotationNames.TableName] ?? root.ShortName();
    }

    /// <summary>Table and primary key of the items of the entity type's hierarchy.</summary>
    /// <exception cref="InvalidOperationException">The entity type is owned, or has no key.</exception>
    public static EntityKeyLayout GetKeyLayout(this IEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);
        return entityType.GetRootType().GetOrAddRuntimeAnnotationValue(
            DynamoAnnotationNames.KeyLayout,
            static root => KeyLayoutFactory.CreateKeyLayout(root!),
            entityType.GetRootType());
    }

    /// <summary>The secondary indexes that all items of the entity type can be found by: its own, and those of the types it derives from.</summary>
    public static IReadOnlyList<SecondaryIndexLayout> GetSecondaryIndexes(this IEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);
        return entityType.GetOrAddRuntimeAnnotationValue(
            DynamoAnnotationNames.SecondaryIndexLayouts,
            static type => KeyLayoutFactory.CreateSecondaryIndexes(type!),
            entityType);
    }

    /// <summary>The property that holds the time of expiry; null where there is none.</summary>
    public static IReadOnlyProperty? GetTimeToLiveProperty(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);
        for (var type = entityType; type is not null; type = type.BaseType)
        {
            if (type[DynamoAnnotationNames.TimeToLive] is string name)
            {
                return entityType.FindProperty(name);
            }
        }

        return null;
    }

    /// <summary>Whether entities of the type are parts of their owner's item: maps, or lists of maps.</summary>
    public static bool IsNested(this IReadOnlyEntityType entityType)
    {
        ArgumentNullException.ThrowIfNull(entityType);
        return entityType.IsOwned();
    }
}

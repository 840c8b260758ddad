using EFCore.Dynamo.Metadata;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Microsoft.EntityFrameworkCore;

/// <summary>What the model says about entity types and DynamoDB.</summary>
public static class DynamoEntityTypeExtensions
{
    /// <summary>The table of the entity type, without the connection's prefix; null for an owned type, which is a part of its owner's item.</summary>
    public static string? GetTableName(this IReadOnlyEntityType entityType) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Table and primary key of the items of the entity type's hierarchy.</summary>
    /// <exception cref="InvalidOperationException">The entity type is owned, or has no key.</exception>
    public static EntityKeyLayout GetKeyLayout(this IEntityType entityType) => throw new System.Diagnostics.UnreachableException();

    /// <summary>The secondary indexes that the entity type's items can be found by.</summary>
    public static IReadOnlyList<SecondaryIndexLayout> GetSecondaryIndexes(this IEntityType entityType) => throw new System.Diagnostics.UnreachableException();

    /// <summary>The property that holds the time of expiry; null where there is none.</summary>
    public static IReadOnlyProperty? GetTimeToLiveProperty(this IReadOnlyEntityType entityType) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Whether entities of the type are parts of their owner's item: maps, or lists of maps.</summary>
    public static bool IsNested(this IReadOnlyEntityType entityType) => throw new System.Diagnostics.UnreachableException();
}

using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>Where the items of an entity type are: their table and primary key.</summary>
/// <param name="EntityType">The root of the hierarchy that declares the keys.</param>
/// <param name="TableName">The table, without the connection's prefix.</param>
/// <param name="PartitionKey">The partition key.</param>
/// <param name="SortKey">The sort key; null where the table has none.</param>
public sealed record EntityKeyLayout(IEntityType EntityType, string TableName, KeyComponent PartitionKey, KeyComponent? SortKey)
{
    /// <summary>Whether EF's primary key determines every hole of both templates, so that <c>Find</c> is one GetItem.</summary>
    public required bool IsCoveredByPrimaryKey { get; init; }
}

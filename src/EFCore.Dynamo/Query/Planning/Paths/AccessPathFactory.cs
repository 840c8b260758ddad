using System.Collections.Immutable;
using EFCore.Dynamo.Metadata.Layouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>Lists the table and the indexes by which items of an entity type can be found.</summary>
internal static class AccessPathFactory
{
    /// <summary>The table first, then the local, then the global indexes: at equal cost the first wins, and only global indexes may lag behind.</summary>
    public static ImmutableArray<AccessPath> Create(IEntityType entityType)
    {
        var layout = entityType.GetKeyLayout();
        var neighbors = entityType.Model.GetEntityTypes()
            .Where(t => t.BaseType is null && t != entityType.GetRootType() && !t.IsNested()
                && string.Equals(t.GetDynamoTableName(), layout.TableName, StringComparison.Ordinal))
            .ToList();
        var hasSiblings = entityType.GetRootType().GetConcreteDerivedTypesInclusive().Any(t => !entityType.IsAssignableFrom(t));
        var table = new AccessPath
        {
            TableName = layout.TableName,
            PartitionKeys = [layout.PartitionKey],
            SortKeys = layout.SortKey is null ? [] : [layout.SortKey],
            Neighbors = [.. neighbors.Select(CreateTableNeighbor)],
            HasSiblings = hasSiblings,
        };
        var indexes = entityType.GetSecondaryIndexes().OrderBy(i => i.IsGlobal).Select(index => new AccessPath
        {
            TableName = layout.TableName,
            IndexName = index.Name,
            IsGlobalIndex = index.IsGlobal,
            PartitionKeys = [.. index.PartitionKeys],
            SortKeys = [.. index.SortKeys],
            Projection = index.Projection,
            Neighbors = [.. neighbors.Select(n => CreateIndexNeighbor(n, index)).OfType<NeighborKeys>()],
            HasSiblings = hasSiblings,
        });
        return [table, .. indexes];
    }

    private static NeighborKeys CreateTableNeighbor(IEntityType neighbor)
    {
        var layout = neighbor.GetKeyLayout();
        return new(neighbor.DisplayName(), [layout.PartitionKey.Template], layout.SortKey is null ? [] : [layout.SortKey.Template]);
    }

    // An index takes every item that has its key attributes, whether or not that entity type declares the index.
    private static NeighborKeys? CreateIndexNeighbor(IEntityType neighbor, SecondaryIndexLayout index)
    {
        var own = neighbor.GetDerivedTypesInclusive().SelectMany(t => t.GetSecondaryIndexes()).FirstOrDefault(
            i => string.Equals(i.Name, index.Name, StringComparison.Ordinal));
        if (own is not null)
        {
            return new(neighbor.DisplayName(), [.. own.PartitionKeys.Select(k => k.Template)], [.. own.SortKeys.Select(k => k.Template)]);
        }

        var attributes = EntityAttributes.Find(neighbor);
        return index.PartitionKeys.Concat(index.SortKeys).All(k => attributes.Contains(k.AttributeName)) ? new(neighbor.DisplayName(), [], []) : null;
    }
}

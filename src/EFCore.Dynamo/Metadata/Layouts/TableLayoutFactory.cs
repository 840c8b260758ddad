using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>Puts together what the entity types of one table say. The validator has made sure that they agree.</summary>
internal static class TableLayoutFactory
{
    public static IReadOnlyList<TableLayout> CreateTables(IModel model)
        => [.. model.GetEntityTypes()
            .Where(type => type.BaseType is null && !type.IsNested())
            .GroupBy(type => type.GetDynamoTableName()!, StringComparer.Ordinal) // null for nested types only
            .OrderBy(table => table.Key, StringComparer.Ordinal)
            .Select(table => CreateTable(table.Key, [.. table]))];

    private static TableLayout CreateTable(string tableName, IReadOnlyList<IEntityType> roots)
    {
        var layout = roots[0].GetKeyLayout();
        SecondaryIndexLayout[] indexes = [.. roots
            .SelectMany(root => root.GetDerivedTypesInclusive())
            .SelectMany(type => type.GetSecondaryIndexes())
            .GroupBy(index => index.Name, StringComparer.Ordinal)
            .OrderBy(index => index.Key, StringComparer.Ordinal)
            .Select(Unite)];
        return new TableLayout(tableName, roots, layout.PartitionKey, layout.SortKey, indexes);
    }

    private static SecondaryIndexLayout Unite(IEnumerable<SecondaryIndexLayout> sameName)
    {
        SecondaryIndexLayout[] indexes = [.. sameName];
        if (indexes[0].Projection.ProjectionType != ProjectionType.Include)
        {
            return indexes[0];
        }

        var names = indexes.SelectMany(index => index.Projection.NonKeyAttributes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return indexes[0] with { Projection = new Projection(ProjectionType.Include, [.. names]) };
    }
}

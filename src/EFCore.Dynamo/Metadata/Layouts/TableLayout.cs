using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>A table: the union of what the entity types in it say.</summary>
/// <param name="TableName">The name, without the connection's prefix.</param>
/// <param name="RootEntityTypes">The roots of the hierarchies whose items are in the table.</param>
/// <param name="PartitionKey">The partition key, as the first root declares it; the others agree on name and type.</param>
/// <param name="SortKey">The sort key; null where the table has none.</param>
/// <param name="SecondaryIndexes">One layout an index name; entity types that share an index agree on its key schema.</param>
public sealed record TableLayout(
    string TableName,
    IReadOnlyList<IEntityType> RootEntityTypes,
    KeyComponent PartitionKey,
    KeyComponent? SortKey,
    IReadOnlyList<SecondaryIndexLayout> SecondaryIndexes)
{
    /// <summary>The attributes that entity types in the table call their time to live: none or one in a model that is valid.</summary>
    public IReadOnlyList<string> GetTimeToLiveAttributes()
        => [.. RootEntityTypes
            .SelectMany(static root => root.GetDerivedTypesInclusive())
            .Select(static type => type.GetTimeToLiveProperty()?.GetAttributeName())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
}

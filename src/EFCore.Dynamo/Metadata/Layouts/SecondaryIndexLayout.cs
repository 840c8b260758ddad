using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>A secondary index as one entity type sees it.</summary>
/// <param name="Name">The index's name, unique in its table.</param>
/// <param name="IsGlobal">Whether it has a partition key of its own, and may be read with eventual consistency only.</param>
/// <param name="PartitionKeys">One component; up to four in a global index.</param>
/// <param name="SortKeys">None or one component; up to four in a global index. A query may use them from left to right without gaps.</param>
/// <param name="Projection">What the index holds besides the keys of table and index.</param>
public sealed record SecondaryIndexLayout(
    string Name,
    bool IsGlobal,
    IReadOnlyList<KeyComponent> PartitionKeys,
    IReadOnlyList<KeyComponent> SortKeys,
    Projection Projection);

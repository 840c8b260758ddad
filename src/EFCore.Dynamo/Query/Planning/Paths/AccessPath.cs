using System.Collections.Immutable;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>Something that can be read by key: the table or one of its secondary indexes, as the query's entity type sees it.</summary>
internal sealed class AccessPath
{
    public required string TableName { get; init; }

    /// <summary>Null for the table itself.</summary>
    public string? IndexName { get; init; }

    public bool IsGlobalIndex { get; init; }

    public required ImmutableArray<KeyComponent> PartitionKeys { get; init; }

    public required ImmutableArray<KeyComponent> SortKeys { get; init; }

    /// <summary>What the index holds besides keys; null for the table, which holds everything.</summary>
    public Projection? Projection { get; init; }

    /// <summary>How the other entity types of the table fill the same keys; none where the table is not shared.</summary>
    public ImmutableArray<NeighborKeys> Neighbors { get; init; } = [];

    /// <summary>Whether the hierarchy of the query's entity type has members that the query does not ask for. They have the same keys.</summary>
    public bool HasSiblings { get; init; }

    /// <summary>Whether a full key names one item. Index keys do not.</summary>
    public bool IsTable => IndexName is null;

    public IEnumerable<KeyComponent> KeyComponents => PartitionKeys.Concat(SortKeys);

    /// <summary>As it is named in plans.</summary>
    public override string ToString() => IsTable ? TableName : $"{TableName}.{IndexName}";
}

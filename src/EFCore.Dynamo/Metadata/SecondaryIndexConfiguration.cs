using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Metadata;

/// <summary>What the user said about one secondary index on one entity type.</summary>
internal sealed record SecondaryIndexConfiguration(string Name, bool IsGlobal)
{
    public IReadOnlyList<KeyConfiguration> PartitionKeys { get; init; } = [];

    public IReadOnlyList<KeyConfiguration> SortKeys { get; init; } = [];

    public ProjectionType ProjectionType { get; init; } = ProjectionType.All;

    /// <summary>Names of properties of the entity type, with <see cref="ProjectionType.Include" />.</summary>
    public IReadOnlyList<string> IncludedProperties { get; init; } = [];

    public override string ToString()
        => $"{Name}: {string.Join(", ", PartitionKeys)} / {string.Join(", ", SortKeys)} ({ProjectionType})";
}

using System.Collections.Immutable;
using EFCore.Dynamo.Keys;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>How another entity type of the same table fills the key attributes of a table or index.</summary>
/// <param name="EntityTypeName">Its name, for people.</param>
/// <param name="PartitionKeys">Its templates; empty where it fills the attributes with properties of its own that happen to have their names.</param>
/// <param name="SortKeys">Its templates.</param>
internal sealed record NeighborKeys(string EntityTypeName, ImmutableArray<KeyTemplate> PartitionKeys, ImmutableArray<KeyTemplate> SortKeys);

namespace EFCore.Dynamo.Tables;

/// <summary>What an index holds of an item besides the keys of table and index.</summary>
/// <param name="ProjectionType">All, only the keys, or the keys and <paramref name="NonKeyAttributes" />.</param>
/// <param name="NonKeyAttributes">Only with <see cref="ProjectionType.Include" />; 1 to 20 top-level attribute names.</param>
public sealed record Projection(ProjectionType ProjectionType, IReadOnlyList<string>? NonKeyAttributes = null);

using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>One value that the items of a partition are sorted by: a bare sort key, or a hole of a sort key's template.</summary>
/// <param name="Path">The attribute of the property.</param>
/// <param name="KeepsOrder">Whether keys sort like the property's values, given all units before.</param>
internal sealed record SortKeyUnit(DocumentPath Path, bool KeepsOrder);

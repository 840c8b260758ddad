using EFCore.Dynamo.Query.Planning.Constraints;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>A list whose elements are looked up as keys.</summary>
/// <param name="Constraint">The list.</param>
/// <param name="NullRefusal">The sentence to fail with where an element is null and the index holds no items without the attribute; null where no item is
/// without it.</param>
internal sealed record KeyList(ListConstraint Constraint, string? NullRefusal);

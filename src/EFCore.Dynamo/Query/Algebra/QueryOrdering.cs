using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One key of an <c>OrderBy … ThenBy …</c>.</summary>
/// <param name="Attribute">The attribute that is the key; null where the key is computed, which only the client can order by.</param>
/// <param name="RowKey">The key as a LINQ expression over the row.</param>
/// <param name="IsAscending">The direction.</param>
internal sealed record QueryOrdering(AttributeOperand? Attribute, Expression RowKey, bool IsAscending);

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The operand equals an element of a collection that is a query parameter: <c>ids.Contains(x.Id)</c>.</summary>
/// <param name="Operand">The attribute.</param>
/// <param name="Collection">
///     The parameter: an <see cref="System.Collections.IEnumerable" /> whose elements the parameter's mapping writes (it is the mapping of one element).
///     It may hold nulls and duplicates, and be empty or null, which is the same.
/// </param>
internal sealed record InParameterPredicate(AttributeOperand Operand, ParameterOperand Collection) : DynamoPredicate;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Always true or always false: what is left of a condition that needs no item.</summary>
internal sealed record BooleanPredicate(bool Value) : DynamoPredicate;

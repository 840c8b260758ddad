namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The operand is not true.</summary>
internal sealed record NotPredicate(DynamoPredicate Operand) : DynamoPredicate;

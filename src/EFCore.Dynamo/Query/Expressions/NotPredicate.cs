namespace EFCore.Dynamo.Query.Expressions;

/// <summary>The operand is not true.</summary>
internal sealed record NotPredicate(DynamoPredicate Operand) : DynamoPredicate;

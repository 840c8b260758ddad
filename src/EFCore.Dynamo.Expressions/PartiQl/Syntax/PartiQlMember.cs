namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>A member of a tuple.</summary>
/// <param name="Name">What stands before the colon: a string, by the service's rules.</param>
/// <param name="Value">The value.</param>
internal sealed record PartiQlMember(PartiQlExpression Name, PartiQlExpression Value);

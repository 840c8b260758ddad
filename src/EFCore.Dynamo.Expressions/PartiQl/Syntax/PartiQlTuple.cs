using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary><c>{'name': value, …}</c>: a map, or the item that an INSERT puts.</summary>
internal sealed record PartiQlTuple(SyntaxList<PartiQlMember> Members) : PartiQlExpression;

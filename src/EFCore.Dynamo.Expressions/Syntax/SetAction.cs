namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary><c>path = value</c> in a <c>SET</c> clause.</summary>
internal sealed record SetAction(AttributePath Path, Operand Value);

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary><c>operand BETWEEN lower AND upper</c>, both bounds included.</summary>
internal sealed record BetweenCondition(Operand Operand, Operand Lower, Operand Upper) : ConditionNode;

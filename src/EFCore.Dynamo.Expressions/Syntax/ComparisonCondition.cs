namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A comparison of two operands.</summary>
internal sealed record ComparisonCondition(Operand Left, ComparisonKind Operator, Operand Right) : ConditionNode;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary><c>operand IN (candidate, …)</c> with 1 to 100 candidates.</summary>
public sealed record InCondition(Operand Operand, SyntaxList<Operand> Candidates) : ConditionNode;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary><c>operand IN (candidate, …)</c> with 1 to 100 candidates.</summary>
internal sealed record InCondition(Operand Operand, SyntaxList<Operand> Candidates) : ConditionNode;

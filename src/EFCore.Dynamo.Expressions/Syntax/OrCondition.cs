namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>Any of two or more conditions.</summary>
internal sealed record OrCondition(SyntaxList<ConditionNode> Conditions) : ConditionNode;

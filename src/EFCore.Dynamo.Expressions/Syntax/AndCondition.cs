namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>All of two or more conditions.</summary>
public sealed record AndCondition(SyntaxList<ConditionNode> Conditions) : ConditionNode;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>All of two or more conditions.</summary>
internal sealed record AndCondition(SyntaxList<ConditionNode> Conditions) : ConditionNode;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The negation of a condition.</summary>
internal sealed record NotCondition(ConditionNode Condition) : ConditionNode;

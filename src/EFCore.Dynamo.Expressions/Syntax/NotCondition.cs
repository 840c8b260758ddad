namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The negation of a condition.</summary>
public sealed record NotCondition(ConditionNode Condition) : ConditionNode;

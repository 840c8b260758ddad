namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A function that is true or false, such as <c>begins_with(path, :prefix)</c>.</summary>
internal sealed record FunctionCondition(ExpressionFunction Function, SyntaxList<Operand> Arguments) : ConditionNode;

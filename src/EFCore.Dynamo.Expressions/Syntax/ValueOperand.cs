namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A value of <c>ExpressionAttributeValues</c>.</summary>
/// <param name="Placeholder">The placeholder with its <c>:</c>.</param>
internal sealed record ValueOperand(string Placeholder) : Operand;

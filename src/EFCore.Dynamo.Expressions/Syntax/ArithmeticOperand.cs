namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The sum or difference of two numbers, as the whole right-hand side of a <c>SET</c> action.</summary>
/// <param name="Left">The first term.</param>
/// <param name="IsSubtraction">True for <c>-</c>, false for <c>+</c>.</param>
/// <param name="Right">The second term.</param>
internal sealed record ArithmeticOperand(Operand Left, bool IsSubtraction, Operand Right) : Operand;

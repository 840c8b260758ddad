namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A function that yields a value: <c>size</c> in conditions, <c>if_not_exists</c> and <c>list_append</c> in updates.</summary>
internal sealed record FunctionOperand(ExpressionFunction Function, SyntaxList<Operand> Arguments) : Operand;

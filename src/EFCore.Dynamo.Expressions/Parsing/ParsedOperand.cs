using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Parsing;

/// <summary>An operand, where it starts, and whether parentheses stand directly around it.</summary>
internal readonly record struct ParsedOperand(Operand Node, int Position, bool IsParenthesized);

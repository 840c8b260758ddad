namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The value at a document path of the item.</summary>
internal sealed record PathOperand(AttributePath Path) : Operand;

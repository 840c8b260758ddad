namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The value at a document path of the item.</summary>
public sealed record PathOperand(AttributePath Path) : Operand;

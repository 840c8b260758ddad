namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary><c>path :value</c> in an <c>ADD</c> clause: a number to add, or a set to unite with.</summary>
/// <param name="Path">The attribute; created when absent.</param>
/// <param name="Value">The value's placeholder with its <c>:</c>.</param>
internal sealed record AddAction(AttributePath Path, string Value);

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary><c>path :value</c> in a <c>DELETE</c> clause: the elements to remove from a set.</summary>
/// <param name="Path">The set.</param>
/// <param name="Value">The value's placeholder with its <c>:</c>.</param>
internal sealed record DeleteAction(AttributePath Path, string Value);

namespace EFCore.Dynamo.Keys;

/// <summary>What the parsers emit: a piece of literal text, or a member path with its format.</summary>
/// <param name="Literal">The text; null for a hole.</param>
/// <param name="MemberPath">The hole's member path; null for a literal.</param>
/// <param name="Format">The hole's format.</param>
/// <param name="ClrType">The type of the hole's values, where the source tells it.</param>
internal readonly record struct KeyTemplatePart(string? Literal, string? MemberPath = null, string? Format = null, Type? ClrType = null);

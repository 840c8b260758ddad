namespace EFCore.Dynamo.Tables;

/// <summary>A label of a resource.</summary>
/// <param name="Key">1 to 128 characters.</param>
/// <param name="Value">At most 256 characters; may be empty.</param>
public sealed record Tag(string Key, string Value);

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>An attribute of the item, or an entry of a map.</summary>
internal sealed record NameSegment(string Name) : AttributePathSegment;

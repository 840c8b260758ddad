namespace EFCore.Dynamo.Query.Expressions;

/// <summary>An attribute of the item, or an entry of a map.</summary>
internal sealed record NameSegment(string Name) : AttributePathSegment;

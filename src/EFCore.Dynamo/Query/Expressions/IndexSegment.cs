namespace EFCore.Dynamo.Query.Expressions;

/// <summary>An element of a list, counted from 0.</summary>
internal sealed record IndexSegment(int Index) : AttributePathSegment;

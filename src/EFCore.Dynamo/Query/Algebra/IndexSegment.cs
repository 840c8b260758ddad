namespace EFCore.Dynamo.Query.Algebra;

/// <summary>An element of a list, counted from 0.</summary>
internal sealed record IndexSegment(int Index) : AttributePathSegment;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One step of an <see cref="DocumentPath" />.</summary>
internal abstract record AttributePathSegment;

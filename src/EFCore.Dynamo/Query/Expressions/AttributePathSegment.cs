namespace EFCore.Dynamo.Query.Expressions;

/// <summary>One step of an <see cref="DocumentPath" />.</summary>
internal abstract record AttributePathSegment;

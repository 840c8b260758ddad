namespace EFCore.Dynamo.Query.Expressions;

/// <summary>One step of an <see cref="AttributePath" />.</summary>
internal abstract record AttributePathSegment;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One step of an <see cref="DocumentPath" />.</summary>
internal abstract record AttributePathSegment;

/// <summary>An attribute of the item, or an entry of a map.</summary>
internal sealed record NameSegment(string Name) : AttributePathSegment;

/// <summary>An element of a list, counted from 0.</summary>
internal sealed record IndexSegment(int Index) : AttributePathSegment;

/// <summary>A map entry or list element whose name or index is a query parameter, known when the query is executed.</summary>
/// <param name="ParameterName">The name in <c>QueryContext.Parameters</c>.</param>
/// <param name="IsIndex">True where the value is a list index (an <see cref="int" />), false where it is a map entry's name.</param>
internal sealed record ParameterSegment(string ParameterName, bool IsIndex) : AttributePathSegment;

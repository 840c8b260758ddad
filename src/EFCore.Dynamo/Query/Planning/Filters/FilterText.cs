using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>A FilterExpression and the values in it.</summary>
/// <param name="Expression">The text; null where nothing is filtered.</param>
/// <param name="Values">One a placeholder.</param>
/// <param name="IsNever">Whether no item can pass.</param>
internal sealed record FilterText(string? Expression, ImmutableArray<FilterValue> Values, bool IsNever);

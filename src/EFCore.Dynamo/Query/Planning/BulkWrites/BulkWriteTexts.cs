using System.Collections.Immutable;
using EFCore.Dynamo.Query.Planning.Filters;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>The expressions of a write.</summary>
/// <param name="Update">The UpdateExpression; null for a delete, and where nothing changes.</param>
/// <param name="Condition">The ConditionExpression: the item exists, and what else must hold.</param>
/// <param name="FilterValues">The values of the conditions.</param>
/// <param name="Names">All names of both.</param>
internal sealed record BulkWriteTexts(string? Update, string Condition, ImmutableArray<FilterValue> FilterValues, IReadOnlyDictionary<string, string> Names);

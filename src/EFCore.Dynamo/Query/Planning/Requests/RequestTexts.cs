using EFCore.Dynamo.Query.Planning.Filters;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>The texts of a request, which are the same for every execution.</summary>
/// <param name="KeyCondition">The KeyConditionExpression; null for a scan.</param>
/// <param name="Projection">The ProjectionExpression; null for all attributes.</param>
/// <param name="Filter">The FilterExpression and where its values come from.</param>
/// <param name="Names">All names of the three.</param>
internal sealed record RequestTexts(string? KeyCondition, string? Projection, FilterText Filter, IReadOnlyDictionary<string, string>? Names);

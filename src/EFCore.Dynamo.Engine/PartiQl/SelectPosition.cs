using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>Where a page of a SELECT ended.</summary>
/// <param name="Access">Which of the plan's accesses; 0 for a scan.</param>
/// <param name="LastKey">The key of the last item that was read of it, as in LastEvaluatedKey; null where the page ended before the access.</param>
internal sealed record SelectPosition(int Access, Item? LastKey);

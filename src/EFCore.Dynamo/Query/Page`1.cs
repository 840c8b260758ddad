namespace EFCore.Dynamo.Query;

/// <summary>A part of a query's result, in the query's order.</summary>
/// <param name="Items">At most as many as asked for.</param>
/// <param name="Continuation">What <c>ToPageAsync</c> takes for the next page; null when there is none. Opaque: its form may change between versions.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);

using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>What a lookup finds for one row.</summary>
/// <param name="ValueIndex">The position of the value in its window; null where it is null, which finds nothing.</param>
/// <param name="Carried">What the items take along of the row.</param>
internal readonly record struct LookupRequest(int? ValueIndex, Item Carried);

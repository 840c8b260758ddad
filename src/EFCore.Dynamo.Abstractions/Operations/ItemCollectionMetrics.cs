using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>The estimated size of the item collection a write touched, for tables with local secondary indexes.</summary>
/// <param name="ItemCollectionKey">The partition key of the collection.</param>
/// <param name="SizeEstimateRangeGB">Lower and upper bound in gigabytes.</param>
public sealed record ItemCollectionMetrics(Item ItemCollectionKey, (double Lower, double Upper) SizeEstimateRangeGB);

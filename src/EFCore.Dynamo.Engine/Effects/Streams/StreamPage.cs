using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>Some records of a shard.</summary>
/// <param name="Records">In the order of the writes.</param>
/// <param name="Last">The sequence number behind which the next page begins.</param>
/// <param name="IsAtEnd">Whether the shard holds no more, for now.</param>
internal sealed record StreamPage(List<Record> Records, ulong Last, bool IsAtEnd);

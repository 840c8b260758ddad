namespace EFCore.Dynamo.Streams;

/// <summary>The first and last sequence number of a shard.</summary>
/// <param name="StartingSequenceNumber">21 to 40 digits.</param>
/// <param name="EndingSequenceNumber">Null while the shard is open.</param>
public sealed record SequenceNumberRange(string StartingSequenceNumber, string? EndingSequenceNumber = null);

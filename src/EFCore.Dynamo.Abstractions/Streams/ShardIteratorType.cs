namespace EFCore.Dynamo.Streams;

/// <summary>Where in a shard to begin.</summary>
public enum ShardIteratorType
{
    /// <summary><c>TRIM_HORIZON</c>: from the oldest record that the shard still has; records are kept for 24 hours.</summary>
    TrimHorizon,

    /// <summary><c>LATEST</c>: from the next record that is written after the iterator was made.</summary>
    Latest,

    /// <summary><c>AT_SEQUENCE_NUMBER</c>: from the record with the given sequence number on, that record included.</summary>
    AtSequenceNumber,

    /// <summary><c>AFTER_SEQUENCE_NUMBER</c>: from the record that follows the one with the given sequence number.</summary>
    AfterSequenceNumber,
}

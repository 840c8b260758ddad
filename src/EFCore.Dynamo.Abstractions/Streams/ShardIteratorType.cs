namespace EFCore.Dynamo.Streams;

/// <summary>Where in a shard to begin.</summary>
public enum ShardIteratorType
{
    /// <summary>The service's <c>TRIM_HORIZON</c>: the oldest record that is left.</summary>
    TrimHorizon,

    /// <summary>The service's <c>LATEST</c>: after the newest record.</summary>
    Latest,

    /// <summary>The service's <c>AT_SEQUENCE_NUMBER</c>: at the given record.</summary>
    AtSequenceNumber,

    /// <summary>The service's <c>AFTER_SEQUENCE_NUMBER</c>: after the given record.</summary>
    AfterSequenceNumber,
}

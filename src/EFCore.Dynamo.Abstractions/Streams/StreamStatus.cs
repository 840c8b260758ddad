namespace EFCore.Dynamo.Streams;

/// <summary>The life of a stream.</summary>
public enum StreamStatus
{
    /// <summary><c>ENABLING</c>: the stream was turned on and is not written to yet.</summary>
    Enabling,

    /// <summary><c>ENABLED</c>: every write of the table is recorded.</summary>
    Enabled,

    /// <summary><c>DISABLING</c>: the stream is being turned off.</summary>
    Disabling,

    /// <summary><c>DISABLED</c>: nothing is recorded any more; the records that there are can be read until they are 24 hours old.</summary>
    Disabled,
}

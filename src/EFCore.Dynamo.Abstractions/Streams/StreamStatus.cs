namespace EFCore.Dynamo.Streams;

/// <summary>The life of a stream.</summary>
public enum StreamStatus
{
    /// <summary>The service's <c>ENABLING</c>.</summary>
    Enabling,

    /// <summary>The service's <c>ENABLED</c>.</summary>
    Enabled,

    /// <summary>The service's <c>DISABLING</c>.</summary>
    Disabling,

    /// <summary>The service's <c>DISABLED</c>: readable for 24 hours.</summary>
    Disabled,
}

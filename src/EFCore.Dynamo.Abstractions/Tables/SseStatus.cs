namespace EFCore.Dynamo.Tables;

/// <summary>Where server-side encryption stands.</summary>
public enum SseStatus
{
    /// <summary>The service's <c>ENABLING</c>.</summary>
    Enabling,

    /// <summary>The service's <c>ENABLED</c>.</summary>
    Enabled,

    /// <summary>The service's <c>DISABLING</c>.</summary>
    Disabling,

    /// <summary>The service's <c>DISABLED</c>.</summary>
    Disabled,

    /// <summary>The service's <c>UPDATING</c>.</summary>
    Updating,
}

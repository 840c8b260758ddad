namespace EFCore.Dynamo.Tables;

/// <summary>Where time to live stands.</summary>
public enum TimeToLiveStatus
{
    /// <summary>The service's <c>ENABLING</c>.</summary>
    Enabling,

    /// <summary>The service's <c>DISABLING</c>.</summary>
    Disabling,

    /// <summary>The service's <c>ENABLED</c>.</summary>
    Enabled,

    /// <summary>The service's <c>DISABLED</c>.</summary>
    Disabled,
}

namespace EFCore.Dynamo.Tables;

/// <summary>Where time to live stands.</summary>
public enum TimeToLiveStatus
{
    /// <summary><c>ENABLING</c>: it was turned on and does not delete anything yet.</summary>
    Enabling,

    /// <summary><c>DISABLING</c>: it was turned off, but items that have expired may still be deleted.</summary>
    Disabling,

    /// <summary><c>ENABLED</c>: items are deleted some time after they have expired.</summary>
    Enabled,

    /// <summary><c>DISABLED</c>: nothing expires.</summary>
    Disabled,
}

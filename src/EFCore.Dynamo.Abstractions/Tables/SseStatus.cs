namespace EFCore.Dynamo.Tables;

/// <summary>Where server-side encryption stands.</summary>
public enum SseStatus
{
    /// <summary><c>ENABLING</c>: the table is being encrypted with the account's key.</summary>
    Enabling,

    /// <summary><c>ENABLED</c>: the table is encrypted with the account's key.</summary>
    Enabled,

    /// <summary><c>DISABLING</c>: the table is going back to a key that DynamoDB owns.</summary>
    Disabling,

    /// <summary><c>DISABLED</c>: the table is encrypted with a key that DynamoDB owns.</summary>
    Disabled,

    /// <summary><c>UPDATING</c>: the table is being encrypted with another key.</summary>
    Updating,
}

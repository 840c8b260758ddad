namespace EFCore.Dynamo.Aws.Retries;

/// <summary>What the outcome of an attempt says about sending the request again.</summary>
internal enum RetryReason
{
    /// <summary>It would end the same way, or the caller gave up.</summary>
    Final,

    /// <summary>The service did nothing: it was busy, or another transaction was in the way, or the request did not arrive.</summary>
    NotDone,

    /// <summary>Nobody knows whether the request took effect.</summary>
    Unknown,
}

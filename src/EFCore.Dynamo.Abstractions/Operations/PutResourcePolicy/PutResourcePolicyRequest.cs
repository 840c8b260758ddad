namespace EFCore.Dynamo.Operations;

/// <summary>Attaches a resource policy to a table or stream; the engine stores it and shows it.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</see>.
/// </remarks>
public sealed record PutResourcePolicyRequest
{
    /// <summary>The Amazon resource name of the table (or of its stream, for policies), 1 to 1,283 characters.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The policy document, JSON of at most 20 KB.</summary>
    public string? Policy { get; init; }

    /// <summary>The revision that must be there; <c>NO_POLICY</c> means none; null does not check.</summary>
    public string? ExpectedRevisionId { get; init; }

    /// <summary>Whether the caller means to lose access to the policy.</summary>
    public bool ConfirmRemoveSelfResourceAccess { get; init; }
}

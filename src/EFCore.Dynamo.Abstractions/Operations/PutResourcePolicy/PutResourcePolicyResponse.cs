namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="PutResourcePolicyRequest" />.</summary>
public sealed record PutResourcePolicyResponse
{
    /// <summary>Identifies this version of the policy.</summary>
    public string? RevisionId { get; init; }
}

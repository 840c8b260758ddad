namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="GetResourcePolicyRequest" />.</summary>
public sealed record GetResourcePolicyResponse
{
    /// <summary>The policy document, JSON of at most 20 KB.</summary>
    public string? Policy { get; init; }

    /// <summary>Identifies this version of the policy.</summary>
    public string? RevisionId { get; init; }
}

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DeleteResourcePolicyRequest" />.</summary>
public sealed record DeleteResourcePolicyResponse
{
    /// <summary>Of the removed policy; null where there was none.</summary>
    public string? RevisionId { get; init; }
}

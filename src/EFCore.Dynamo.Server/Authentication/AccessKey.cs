namespace EFCore.Dynamo.Server.Authentication;

/// <summary>The secret of an access key id.</summary>
/// <param name="SecretAccessKey">What requests are signed with.</param>
/// <param name="SessionToken">The <c>X-Amz-Security-Token</c> that must come along; null where none is needed.</param>
public sealed record AccessKey(string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>Says nothing: secrets must not get into logs.</summary>
    public override string ToString() => nameof(AccessKey);
}

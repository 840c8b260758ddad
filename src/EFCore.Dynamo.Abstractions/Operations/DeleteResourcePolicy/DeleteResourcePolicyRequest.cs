namespace EFCore.Dynamo.Operations;

/// <summary>Removes the resource policy of a table or stream; a missing one is fine.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteResourcePolicy.html">DeleteResourcePolicy</see>.
/// </remarks>
public sealed record DeleteResourcePolicyRequest
{
    /// <summary>The Amazon resource name of the table (or of its stream, for policies), 1 to 1,283 characters.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The revision that must be there; <c>NO_POLICY</c> means none; null does not check.</summary>
    public string? ExpectedRevisionId { get; init; }
}

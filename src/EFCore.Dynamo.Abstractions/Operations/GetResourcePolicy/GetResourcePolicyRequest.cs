namespace EFCore.Dynamo.Operations;

/// <summary>Shows the resource policy of a table or stream.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetResourcePolicy.html">GetResourcePolicy</see>.
/// </remarks>
public sealed record GetResourcePolicyRequest
{
    /// <summary>The Amazon resource name of the table (or of its stream, for policies), 1 to 1,283 characters.</summary>
    public string? ResourceArn { get; init; }
}

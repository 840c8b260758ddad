namespace EFCore.Dynamo.Operations;

/// <summary>Removes tags from a table; missing ones are fine.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html">UntagResource</see>.</remarks>
public sealed record UntagResourceRequest
{
    /// <summary>The Amazon resource name of the table (or of its stream, for policies), 1 to 1,283 characters.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The keys of the tags.</summary>
    public IReadOnlyList<string>? TagKeys { get; init; }
}

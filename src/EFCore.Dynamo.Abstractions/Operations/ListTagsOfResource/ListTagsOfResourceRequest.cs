namespace EFCore.Dynamo.Operations;

/// <summary>Lists the tags of a table, a page at a time.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html">ListTagsOfResource</see>.
/// </remarks>
public sealed record ListTagsOfResourceRequest
{
    /// <summary>The Amazon resource name of the table (or of its stream, for policies), 1 to 1,283 characters.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>From the previous page; null starts at the beginning.</summary>
    public string? NextToken { get; init; }
}

namespace EFCore.Dynamo.Operations;

/// <summary>Shows whether and how items of a table expire.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html">DescribeTimeToLive</see>.
/// </remarks>
public sealed record DescribeTimeToLiveRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>, or its Amazon resource name.</summary>
    public string? TableName { get; init; }
}

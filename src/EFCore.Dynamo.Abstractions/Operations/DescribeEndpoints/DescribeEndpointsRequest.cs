namespace EFCore.Dynamo.Operations;

/// <summary>Shows where requests go.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html">DescribeEndpoints</see>.
/// </remarks>
public sealed record DescribeEndpointsRequest;

namespace EFCore.Dynamo.Operations;

/// <summary>Shows the quotas of the account.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html">DescribeLimits</see>.</remarks>
public sealed record DescribeLimitsRequest;

namespace EFCore.Dynamo.Tables;

/// <summary>The billing mode as DescribeTable shows it, and when it last became on-demand.</summary>
public sealed record BillingModeSummary(BillingMode BillingMode, DateTimeOffset? LastUpdateToPayPerRequestDateTime = null);

using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DescribeTimeToLiveRequest" />.</summary>
public sealed record DescribeTimeToLiveResponse(TimeToLiveDescription TimeToLiveDescription);

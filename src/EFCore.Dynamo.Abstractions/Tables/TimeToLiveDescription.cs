namespace EFCore.Dynamo.Tables;

/// <summary>Time to live as DescribeTimeToLive shows it.</summary>
/// <param name="TimeToLiveStatus">Where it stands.</param>
/// <param name="AttributeName">Null where it is disabled.</param>
public sealed record TimeToLiveDescription(TimeToLiveStatus TimeToLiveStatus, string? AttributeName = null);

namespace EFCore.Dynamo.Tables;

/// <summary>The table class as DescribeTable shows it.</summary>
public sealed record TableClassSummary(TableClass TableClass, DateTimeOffset? LastUpdateDateTime = null);

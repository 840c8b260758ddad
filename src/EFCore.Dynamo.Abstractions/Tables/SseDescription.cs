namespace EFCore.Dynamo.Tables;

/// <summary>Server-side encryption as DescribeTable shows it.</summary>
public sealed record SseDescription(SseStatus Status, SseType SseType, string? KmsMasterKeyArn = null);

namespace EFCore.Dynamo.Tables;

/// <summary>Whether items expire, and by which attribute.</summary>
/// <param name="Enabled">Required.</param>
/// <param name="AttributeName">Required: a top-level attribute that holds seconds since 1970 as a number; 1 to 255 characters.</param>
public sealed record TimeToLiveSpecification(bool? Enabled, string? AttributeName);

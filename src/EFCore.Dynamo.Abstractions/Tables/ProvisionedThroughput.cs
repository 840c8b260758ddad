namespace EFCore.Dynamo.Tables;

/// <summary>Provisioned units a second.</summary>
public sealed record ProvisionedThroughput(long ReadCapacityUnits, long WriteCapacityUnits);

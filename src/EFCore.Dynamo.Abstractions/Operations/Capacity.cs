namespace EFCore.Dynamo.Operations;

/// <summary>Capacity units of one table or one index.</summary>
/// <param name="CapacityUnits">Sum of read and write units.</param>
/// <param name="ReadCapacityUnits">Read units: 4 KB strongly consistent, halves when eventually consistent; null where the service reports none.</param>
/// <param name="WriteCapacityUnits">Write units of 1 KB; null where the service reports none.</param>
public sealed record Capacity(double CapacityUnits, double? ReadCapacityUnits = null, double? WriteCapacityUnits = null);

namespace EFCore.Dynamo.Operations;

/// <summary>An address that answers requests.</summary>
/// <param name="Address">Host, and port where it is not the usual one.</param>
/// <param name="CachePeriodInMinutes">How long a client may remember it.</param>
public sealed record Endpoint(string Address, long CachePeriodInMinutes);

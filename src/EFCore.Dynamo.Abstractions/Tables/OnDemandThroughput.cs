namespace EFCore.Dynamo.Tables;

/// <summary>The most request units a second with on-demand billing; null or −1 means no maximum.</summary>
public sealed record OnDemandThroughput(long? MaxReadRequestUnits = null, long? MaxWriteRequestUnits = null);

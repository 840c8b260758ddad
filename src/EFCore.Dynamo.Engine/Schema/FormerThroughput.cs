using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>The provisioned throughput from before a change: the service shows it until the change is done.</summary>
/// <param name="Throughput">What was provisioned.</param>
/// <param name="History">Null where it had never changed.</param>
internal sealed record FormerThroughput(ProvisionedThroughput Throughput, ThroughputHistory? History);

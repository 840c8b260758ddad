using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>What the context says about all of its queries.</summary>
/// <param name="ScanBehavior">What happens to a scan without <c>AllowScan()</c>.</param>
/// <param name="ConsistentRead">Whether tables and local indexes are read strongly consistently without being asked to.</param>
internal sealed record PlanningOptions(ScanBehavior ScanBehavior = ScanBehavior.Throw, bool ConsistentRead = false)
{
    public static PlanningOptions From(IDynamoSingletonOptions options) => new(options.ScanBehavior, options.ConsistentRead);
}

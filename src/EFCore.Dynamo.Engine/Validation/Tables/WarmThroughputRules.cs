using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The rules of <see cref="WarmThroughput" />: it can only grow, and starts at what the billing mode gives.</summary>
internal static class WarmThroughputRules
{
    private const long OnDemandReadUnits = 12_000;
    private const long OnDemandWriteUnits = 4_000;

    /// <param name="requested">The request's.</param>
    /// <param name="stored">What was asked for before.</param>
    /// <param name="throughput">The provisioned throughput, null with on-demand billing.</param>
    /// <param name="target">Whose it is, as the texts say it: <c>table</c> or <c>index NAME</c>.</param>
    public static ServiceError? Validate(WarmThroughput? requested, WarmThroughput? stored, ProvisionedThroughput? throughput, string target)
    {
        var current = GetCurrent(stored, throughput);
        if (requested?.ReadUnitsPerSecond < current.ReadUnitsPerSecond)
        {
            return ServiceError.Validation(TableTexts.OutOfRange("ReadUnitsPerSecond", "WarmThroughput", target));
        }

        return requested?.WriteUnitsPerSecond < current.WriteUnitsPerSecond
            ? ServiceError.Validation(TableTexts.OutOfRange("WriteUnitsPerSecond", "WarmThroughput", target))
            : null;
    }

    /// <summary>A member that is not in the request stays as it is.</summary>
    public static WarmThroughput? Merge(WarmThroughput? stored, WarmThroughput? requested) => requested is null
        ? stored
        : new WarmThroughput(requested.ReadUnitsPerSecond ?? stored?.ReadUnitsPerSecond, requested.WriteUnitsPerSecond ?? stored?.WriteUnitsPerSecond);

    /// <summary>What the table or index is ready for: both members are set.</summary>
    public static WarmThroughput GetCurrent(WarmThroughput? stored, ProvisionedThroughput? throughput) => new(
        Math.Max(stored?.ReadUnitsPerSecond ?? 0, throughput?.ReadCapacityUnits ?? OnDemandReadUnits),
        Math.Max(stored?.WriteUnitsPerSecond ?? 0, throughput?.WriteCapacityUnits ?? OnDemandWriteUnits));
}

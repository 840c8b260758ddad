using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The rules of <see cref="OnDemandThroughput" />, the most that on-demand billing serves in a second.</summary>
internal static class OnDemandThroughputRules
{
    /// <summary>In UpdateTable: takes the maximum away.</summary>
    private const long NoMaximum = -1;

    /// <param name="throughput">The request's; a structure without members is as none.</param>
    /// <param name="billingMode">Of the table as it shall be.</param>
    /// <param name="target">Whose it is, as the texts say it: <c>table</c> or <c>index NAME</c>.</param>
    /// <param name="isUpdate">UpdateTable says it in other words, and takes −1.</param>
    public static ServiceError? Validate(OnDemandThroughput? throughput, BillingMode billingMode, string target, bool isUpdate)
        => Validate(throughput?.MaxReadRequestUnits, billingMode, "MaxReadRequestUnits", target, isUpdate)
        ?? Validate(throughput?.MaxWriteRequestUnits, billingMode, "MaxWriteRequestUnits", target, isUpdate);

    /// <summary>Without what means no maximum; null where nothing is left.</summary>
    public static OnDemandThroughput? ToStored(OnDemandThroughput? throughput)
    {
        var read = throughput?.MaxReadRequestUnits is NoMaximum ? null : throughput?.MaxReadRequestUnits;
        var write = throughput?.MaxWriteRequestUnits is NoMaximum ? null : throughput?.MaxWriteRequestUnits;
        return read is null && write is null ? null : new OnDemandThroughput(read, write);
    }

    /// <summary>A member that is not in the request stays as it is.</summary>
    public static OnDemandThroughput? Merge(OnDemandThroughput? stored, OnDemandThroughput? requested) => requested is null
        ? stored
        : new OnDemandThroughput(requested.MaxReadRequestUnits ?? stored?.MaxReadRequestUnits, requested.MaxWriteRequestUnits ?? stored?.MaxWriteRequestUnits);

    private static ServiceError? Validate(long? units, BillingMode billingMode, string member, string target, bool isUpdate)
    {
        if (units is null)
        {
            return null;
        }

        if (billingMode == BillingMode.Provisioned)
        {
            return ServiceError.Validation(
                isUpdate ? TableTexts.OnDemandThroughputOfProvisioned(member) : TableTexts.OnDemandThroughputOfNewProvisioned(member));
        }

        return units >= 1 || (isUpdate && units == NoMaximum) ? null : ServiceError.Validation(TableTexts.OutOfRange(member, "OnDemandThroughput", target));
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.UpdateTable;

/// <summary>What UpdateTable does to a table's billing mode and provisioned throughput.</summary>
internal static class BillingChange
{
    private const int MaxOnDemandSwitches = 4;

    private static readonly TimeSpan OnDemandWindow = TimeSpan.FromDays(1);

    public static ServiceError? TryApply(UpdateTableRequest request, DateTimeOffset now, ref TableDocument document)
    {
        var billingMode = request.BillingMode ?? document.BillingMode;
        if (billingMode == BillingMode.PayPerRequest)
        {
            return TryApplyOnDemand(request, now, ref document);
        }

        if (request.ProvisionedThroughput is not { } throughput)
        {
            return null;
        }

        if (document.BillingMode == BillingMode.PayPerRequest)
        {
            document = document with { BillingMode = BillingMode.Provisioned, Throughput = throughput, OnDemandThroughput = null };
            return ValidateIndexesOfProvisioned(request, document);
        }

        if (ThroughputChange.TryApply(document.Throughput, throughput, document.ThroughputHistory, now, "table", string.Empty, out var history) is { } error)
        {
            return error;
        }

        document = document with
        {
            FormerThroughput = document.Throughput is { } former ? new FormerThroughput(former, document.ThroughputHistory) : null,
            Throughput = throughput,
            ThroughputHistory = history,
        };
        return null;
    }

    private static ServiceError? TryApplyOnDemand(UpdateTableRequest request, DateTimeOffset now, ref TableDocument document)
    {
        if (request.ProvisionedThroughput is not null)
        {
            return ServiceError.Validation(CreateTableTexts.ThroughputWithOnDemand);
        }

        if (document.BillingMode == BillingMode.PayPerRequest)
        {
            return null;
        }

        var switches = (document.OnDemandSwitches ?? []).Where(time => time > now - OnDemandWindow).ToList();
        if (switches.Count >= MaxOnDemandSwitches)
        {
            return ServiceError.LimitExceeded(UpdateTableTexts.TooManyOnDemandSwitches(switches[^1], switches[0] + OnDemandWindow));
        }

        document = document with
        {
            BillingMode = BillingMode.PayPerRequest,
            Throughput = null,
            LastOnDemandDateTime = now,
            OnDemandSwitches = [.. switches, now],
            Indexes = [.. document.Indexes.Select(static index => index with { Throughput = null })],
        };
        return null;
    }

    /// <summary>With provisioned billing every index needs a throughput, which only this request can bring.</summary>
    private static ServiceError? ValidateIndexesOfProvisioned(UpdateTableRequest request, TableDocument document)
    {
        foreach (var index in document.Indexes.Where(static index => index.IsGlobal))
        {
            var isGiven = (request.GlobalSecondaryIndexUpdates ?? []).Any(update =>
                (update.Update is { ProvisionedThroughput: not null } change && string.Equals(change.IndexName, index.Name, StringComparison.Ordinal))
                || string.Equals(update.Delete?.IndexName, index.Name, StringComparison.Ordinal));
            if (!isGiven)
            {
                return ServiceError.Validation(CreateTableTexts.IndexThroughputRequired(index.Name));
            }
        }

        return null;
    }
}

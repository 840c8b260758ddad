using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.UpdateTable;

/// <summary>A change of the provisioned throughput of a table or index, and how often it may go down: four times a UTC day, then once an hour.</summary>
internal static class ThroughputChange
{
    private const int FreeDecreases = 4;

    private static readonly TimeSpan DecreaseInterval = TimeSpan.FromHours(1);

    /// <param name="current">Null where the billing mode changes in the same request: then nothing goes up or down.</param>
    /// <param name="requested">The request's.</param>
    /// <param name="history">Of the table or index.</param>
    /// <param name="now">The moment of the change.</param>
    /// <param name="target"><c>table</c> or <c>index</c>.</param>
    /// <param name="name">Empty for the table, else the index with a blank in front.</param>
    /// <param name="changed">The history with this change.</param>
    public static ServiceError? TryApply(
        ProvisionedThroughput? current,
        ProvisionedThroughput requested,
        ThroughputHistory? history,
        DateTimeOffset now,
        string target,
        string name,
        out ThroughputHistory? changed)
    {
        changed = history;
        if (current is null)
        {
            return null;
        }

        if (requested == current)
        {
            return ServiceError.Validation(UpdateTableTexts.ThroughputWillNotChange(target, name, current, requested));
        }

        changed ??= ThroughputHistory.None;
        if (requested.ReadCapacityUnits > current.ReadCapacityUnits || requested.WriteCapacityUnits > current.WriteCapacityUnits)
        {
            changed = changed.Increase(now);
        }

        if (requested.ReadCapacityUnits >= current.ReadCapacityUnits && requested.WriteCapacityUnits >= current.WriteCapacityUnits)
        {
            return null;
        }

        var count = changed.GetDecreasesToday(now);
        if (count >= FreeDecreases && changed.LastDecreaseDateTime is { } last && last + DecreaseInterval > now)
        {
            return ServiceError.LimitExceeded(UpdateTableTexts.TooManyDecreases(count, last, last + DecreaseInterval));
        }

        changed = changed.Decrease(now);
        return null;
    }
}

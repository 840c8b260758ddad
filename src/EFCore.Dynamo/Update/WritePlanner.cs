using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Update;

/// <summary>Decides which operations travel together.</summary>
internal static class WritePlanner
{
    /// <summary>The service's limit of parts in one TransactWriteItems.</summary>
    public const int MaxTransactionParts = 100;

    /// <summary>Plans the requests for one SaveChanges.</summary>
    /// <param name="operations">At most one an item.</param>
    /// <param name="behavior">The context's setting: whether several writes, or even one, are one transaction.</param>
    /// <exception cref="InvalidOperationException">The operations must be one transaction and are too many for it.</exception>
    public static WritePlan Plan(IReadOnlyList<WriteOperation> operations, AutoTransactionBehavior behavior)
    {
        if (operations.Count == 0)
        {
            return WritePlan.Empty;
        }

        if (behavior == AutoTransactionBehavior.Never)
        {
            return new WritePlan(PlanOneByOne(operations));
        }

        var partCount = CountParts(operations);
        if (partCount > MaxTransactionParts)
        {
            throw new InvalidOperationException(UpdateStrings.TransactionTooLarge(partCount, MaxTransactionParts));
        }

        var isTransaction = partCount > 1 || behavior == AutoTransactionBehavior.Always;
        return new WritePlan([new WriteStep(operations, isTransaction)]);
    }

    private static WriteStep[] PlanOneByOne(IReadOnlyList<WriteOperation> operations)
    {
        var steps = new WriteStep[operations.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            // A move is a transaction under any setting: half a move is a lost item or two of them.
            steps[i] = new WriteStep([operations[i]], operations[i].MovedFrom is not null);
        }

        return steps;
    }

    private static int CountParts(IReadOnlyList<WriteOperation> operations)
    {
        var count = 0;
        for (var i = 0; i < operations.Count; i++)
        {
            count += operations[i].PartCount;
        }

        return count;
    }
}

using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>Runs one item's write in a transaction, and builds the parts of the response that PutItem, UpdateItem and DeleteItem share.</summary>
internal static class SingleWrite
{
    /// <param name="write">The write.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="isStale">Set where the table changed since the write was bound.</param>
    public static ServiceError? Execute(ItemWrite write, WriteTransaction transaction, out bool isStale)
    {
        isStale = false;
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        if (!TableStatistics.TryRead(transaction, write.Table.Id, buffer, out var statistics))
        {
            return ServiceError.ResourceNotFound(ResourceTexts.NotFound);
        }

        if (statistics.Version != write.Table.Version)
        {
            isStale = true;
            return null;
        }

        if (write.Decide(transaction) is { } error)
        {
            return error;
        }

        if (write.Apply(transaction, statistics))
        {
            statistics.Write(transaction, write.Table.Id);
        }

        return null;
    }

    public static ConsumedCapacity? GetCapacity(ItemWrite write, string requestedName, ReturnConsumedCapacity level)
    {
        if (level == ReturnConsumedCapacity.None)
        {
            return null;
        }

        var meter = new CapacityMeter(write.Table, CapacityKind.Plain, requestedName);
        write.AddCapacity(meter, isTransactional: false);
        return meter.ToConsumedCapacity(level);
    }

    public static ItemCollectionMetrics? GetMetrics(ItemWrite write, ReturnItemCollectionMetrics level, WriteTransaction transaction)
        => level == ReturnItemCollectionMetrics.None || !write.Table.HasLocalIndexes
            ? null
            : ItemCollectionSizes.GetMetrics(transaction, write.Table, write.Key.Span);
}

using System.Security.Cryptography;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Planning.BulkWrites;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Query.Execution.BulkWrites;

/// <summary>Writes one item, anew where others changed it since it was read.</summary>
/// <param name="context">The execution's parameters and client.</param>
/// <param name="query">What is written.</param>
/// <param name="key">The item's key.</param>
/// <param name="row">What was read of it; nothing where nothing is needed.</param>
internal sealed class BulkWriteAttempt(DynamoQueryContext context, CompiledBulkWrite query, Item key, Item row)
{
    // Whenever an attempt fails another writer's succeeded, so as many writers of one item can wait for each other.
    private const int MaxAttempts = 64;
    private const int MaxThrottledAttempts = 6;
    private const int ThrottledDelayMilliseconds = 25;

    private string EntityName => query.Plan.Write.Source.EntityType.DisplayName();

    /// <summary>Writes the item, if it satisfies the conditions.</summary>
    /// <returns>Whether it does.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Others changed it each time.</exception>
    /// <exception cref="DbUpdateException">A number would be beyond its type.</exception>
    public async ValueTask<bool> WriteAsync(CancellationToken cancellationToken)
    {
        var current = row;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (query.Binder.TryBind(context.Parameters, current, query.Compute(context, current)) is not { } bound)
            {
                return false;
            }

            try
            {
                await SendAsync(bound, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (ConditionalCheckFailedException exception)
            {
                var previous = current;
                if (exception.Item is not { } changed || !query.Matches(context, current = Replace(previous, changed)))
                {
                    return false;
                }

                if (query.Plan.Unchanged.All(path => StoredValue.AreEqual(previous, current, path)))
                {
                    // All else held, so it was the bound of a number; or the service sees a condition in another way, and it decides.
                    return query.Binder.MayOverflow ? throw new DbUpdateException(QueryStrings.BulkWriteOverflow(EntityName), exception) : false;
                }
            }

            await WaitAsync(1 << Math.Min(attempt - 1, 6), cancellationToken).ConfigureAwait(false);
        }

        throw new DbUpdateConcurrencyException(
            QueryStrings.BulkWriteConflict(query.Plan.OperatorName, EntityName, MaxAttempts));
    }

    // What was throttled was not written, so it can be sent again, as the SDK does.
    private async ValueTask SendAsync(BoundBulkWrite bound, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SendOnceAsync(bound, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DynamoServiceException exception) when (attempt < MaxThrottledAttempts && IsThrottled(exception))
            {
            }

            await WaitAsync(ThrottledDelayMilliseconds << (attempt - 1), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SendOnceAsync(BoundBulkWrite bound, CancellationToken cancellationToken)
    {
        var tableName = query.Plan.Read.TableName;
        var returnsItem = !query.Plan.Unchanged.IsEmpty || query.Binder.MayOverflow;
        if (query.Plan.Write.IsDelete)
        {
            await context.Client.DeleteItemAsync(bound.CreateDelete(tableName, key, returnsItem), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await context.Client.UpdateItemAsync(bound.CreateUpdate(tableName, key, returnsItem), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsThrottled(DynamoServiceException exception)
        => exception is ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException or TransactionConflictException;

    // Half of the time at least, and not all at once.
    private static Task WaitAsync(int milliseconds, CancellationToken cancellationToken)
        => Task.Delay(RandomNumberGenerator.GetInt32((milliseconds / 2) + 1, milliseconds + 2), cancellationToken);

    // The item as it is now, with what was looked up for it.
    private static Item Replace(Item row, Item changed)
    {
        using var lease = ItemBuilder.Lease();
        foreach (var (name, value) in changed)
        {
            lease.Builder.Add(name, value);
        }

        foreach (var (name, value) in row)
        {
            if (RowSlot.IsIn(DocumentPath.Root(name)))
            {
                lease.Builder.Add(name, value);
            }
        }

        return lease.Builder.Build();
    }
}

using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>Turns the service's errors into EF's, with exactly the entries concerned.</summary>
internal static class WriteErrorMapper
{
    private const string ConditionalCheckFailed = "ConditionalCheckFailed";
    private const string None = "None";

    /// <summary>The exception that SaveChanges throws for an error of the service.</summary>
    /// <returns>
    ///     <see cref="DbUpdateConcurrencyException" /> when the condition of an update or a delete failed; <see cref="DbUpdateException" /> for a duplicate
    ///     key and everything else. <paramref name="exception" /> is inside.
    /// </returns>
    public static DbUpdateException Map(DynamoServiceException exception, IReadOnlyList<WriteOperation> operations)
        => exception switch
        {
            ConditionalCheckFailedException => MapFailedConditions(exception, operations),
            TransactionCanceledException canceled => MapCanceled(canceled, operations),
            DynamoValidationException when FindClash(operations) is var (first, second) => new DbUpdateException(
                UpdateStrings.DuplicateItemInSave(first.Entry.EntityType.DisplayName(), second.Entry.EntityType.DisplayName(), FindShownKey(first)),
                exception,
                CollectEntries([first, second])),
            ResourceNotFoundException => new DbUpdateException(
                DynamoStrings.TableMissing(string.Join("', '", operations.Select(static operation => operation.TableName).Distinct(StringComparer.Ordinal))),
                exception,
                CollectEntries(operations)),
            _ => new DbUpdateException(UpdateStrings.WriteFailed(exception.Message), exception, CollectEntries(operations)),
        };

    private static DbUpdateException MapCanceled(TransactionCanceledException exception, IReadOnlyList<WriteOperation> operations)
    {
        var failedConditions = new List<WriteOperation>();
        var others = new List<WriteOperation>();
        string? otherMessage = null;
        var part = 0;
        foreach (var operation in operations)
        {
            if (operation.MovedFrom is { } movedFrom)
            {
                Sort(movedFrom, GetReason(exception, part++));
            }

            Sort(operation, GetReason(exception, part++));
        }

        return failedConditions.Count > 0
            ? MapFailedConditions(exception, failedConditions)
            : new DbUpdateException(
                UpdateStrings.WriteFailed(otherMessage ?? exception.Message), exception, CollectEntries(others.Count > 0 ? others : operations));

        void Sort(WriteOperation operation, CancellationReason? reason)
        {
            if (reason is null or { Code: None })
            {
                return;
            }

            if (string.Equals(reason.Code, ConditionalCheckFailed, StringComparison.Ordinal))
            {
                failedConditions.Add(operation);
                return;
            }

            others.Add(operation);
            otherMessage ??= reason.Message is null ? reason.Code : $"{reason.Code}: {reason.Message}";
        }
    }

    private static CancellationReason? GetReason(TransactionCanceledException exception, int part)
        => part < exception.CancellationReasons.Count ? exception.CancellationReasons[part] : null;

    private static DbUpdateException MapFailedConditions(DynamoServiceException exception, IReadOnlyList<WriteOperation> failed)
    {
        var conflicts = failed.Where(static operation => operation.Kind != WriteKind.Insert).ToList();
        if (conflicts.Count > 0)
        {
            return new DbUpdateConcurrencyException(UpdateStrings.ConcurrencyConflict(Describe(conflicts[0])), exception, CollectEntries(conflicts));
        }

        return new DbUpdateException(
            UpdateStrings.DuplicateKey(Describe(failed[0]), failed[0].TableName), exception, CollectEntries(failed));
    }

    // The service refuses a transaction that names an item twice, but does not say which; looked for only then.
    private static (WriteOperation First, WriteOperation Second)? FindClash(IReadOnlyList<WriteOperation> operations)
    {
        var seen = new Dictionary<(string TableName, Item Key), WriteOperation>();
        foreach (var operation in operations)
        {
            if (!seen.TryAdd((operation.TableName, operation.GetKey()), operation))
            {
                return (seen[(operation.TableName, operation.GetKey())], operation);
            }
        }

        return null;
    }

    private static string Describe(WriteOperation operation) => UpdateStrings.Item(operation.Entry.EntityType.DisplayName(), FindShownKey(operation));

    // The key is what addresses the item in the store, but also data that may belong in no log.
    private static string? FindShownKey(WriteOperation operation)
        => ((InternalEntityEntry)operation.Entry).StateManager.SensitiveLoggingEnabled ? operation.GetKey().ToString() : null;

    private static List<IUpdateEntry> CollectEntries(IReadOnlyList<WriteOperation> operations)
    {
        var entries = new List<IUpdateEntry>(operations.Count);
        foreach (var operation in operations)
        {
            foreach (var entry in operation.GetEntries())
            {
                if (!entries.Contains(entry))
                {
                    entries.Add(entry);
                }
            }
        }

        return entries;
    }
}

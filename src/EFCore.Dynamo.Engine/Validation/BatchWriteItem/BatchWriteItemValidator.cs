using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of BatchWriteItem that need no table.</summary>
internal static class BatchWriteItemValidator
{
    private const int MaxWrites = 25;

    public static ServiceError? Validate(BatchWriteItemRequest request)
    {
        var errors = default(ConstraintErrors);
        errors.RequireNotNull(request.RequestItems is not null, "requestItems");
        if (request.RequestItems is not { } tables)
            return errors.ToError();

        errors.RequireCount(tables.Count, 1, MaxWrites, "requestItems", () => $"{{{string.Join(", ", tables.Keys)}}}");
        foreach (var (tableName, writes) in tables)
        {
            ResourceName.RequireTableNameConstraints(ref errors, tableName, "requestItems");
            if (writes is null)
                errors.RequireNotNull(isPresent: false, $"requestItems.{tableName}.member");
            else
                errors.RequireCount(writes.Count, 1, MaxWrites, $"requestItems.{tableName}.member", () => ConstraintErrors.DescribeList(writes.Count));
        }

        return errors.ToError() ?? ValidateWrites(tables);
    }

    private static ServiceError? ValidateWrites(IReadOnlyDictionary<string, IReadOnlyList<WriteRequest>> tables)
    {
        var count = 0;
        foreach (var writes in tables.Values)
        {
            count += writes.Count;
            foreach (var write in writes)
            {
                if (write is null || write.PutItem is null == write.DeleteKey is null)
                    return ServiceError.Validation(BatchTexts.BothOrNeither);
                if (write.PutItem is { } item && ItemRules.Validate(item.Span) is { } error)
                    return error;
            }
        }

        return count > MaxWrites ? ServiceError.Validation(BatchTexts.TooManyWrites) : null;
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.BatchWriteItem;

/// <summary>The rules of BatchWriteItem that need no table.</summary>
internal static class BatchWriteItemValidator
{
    private const int MaxWrites = 25;

    private static readonly string WriteCount =
        $"Map value must satisfy constraint: [Member must have length less than or equal to {MaxWrites}, Member must have length greater than or equal to 1]";

    public static ServiceError? Validate(BatchWriteItemRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.RequestItems is not null, "requestItems");
        if (request.RequestItems is not { } tables)
        {
            return errors.ToError(dialect);
        }

        if (tables.Count == 0 && errors.IsEmpty && dialect.EmptyBatch is { } text)
        {
            return ServiceError.Validation(text);
        }

        errors.RequireCount(tables.Count, 1, MaxWrites, "requestItems", tables, RequestText.Of);
        if (errors.IsEmpty || dialect.JoinsBatchTableNames)
        {
            errors.RequireTableNames(tables, dialect, RequestText.Of);
        }

        foreach (var writes in tables.Values)
        {
            if (writes is { Count: >= 1 and <= MaxWrites })
            {
                continue;
            }

            // Once, however many of the map's values violate it.
            errors.Add($"'{RequestText.Of(tables)}'", "requestItems", WriteCount);
            break;
        }

        return errors.ToError(dialect) ?? ValidateWrites(tables, dialect, request.Findings);
    }

    private static ServiceError? ValidateWrites(
        IReadOnlyDictionary<string, IReadOnlyList<WriteRequest>> tables, OperationDialect dialect, RequestFindings? findings)
    {
        var count = 0;
        foreach (var (tableName, writes) in tables)
        {
            for (var i = 0; i < writes.Count; i++)
            {
                if (ValidateWrite(
                    writes[i], dialect, findings, findings is null ? string.Empty : $"requestItems.{tableName}.member.{i + 1}.member.") is { } error)
                {
                    return error;
                }
            }

            count += writes.Count;
            if (count > MaxWrites)
            {
                return ServiceError.Validation(BatchTexts.TooManyWrites);
            }
        }

        return null;
    }

    private static ServiceError? ValidateWrite(WriteRequest? write, OperationDialect dialect, RequestFindings? findings, string path)
    {
        if (write is null or { PutItem: null, DeleteKey: null })
        {
            return ServiceError.Validation(BatchTexts.Neither);
        }

        if (write is { PutItem: not null, DeleteKey: not null })
        {
            return ServiceError.Validation(BatchTexts.Both);
        }

        return write.PutItem is { } item
            ? ValueRules.Validate(findings, path + "putRequest.item", dialect) ?? ItemRules.ValidateShape(item.Span, dialect)
                ?? ItemRules.ValidateSize(item.Span)
            : ValueRules.Validate(findings, path + "deleteRequest.key", dialect);
    }
}

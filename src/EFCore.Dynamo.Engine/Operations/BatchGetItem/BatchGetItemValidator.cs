using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.BatchGetItem;

/// <summary>The rules of BatchGetItem that need no table.</summary>
internal static class BatchGetItemValidator
{
    private const int MaxKeys = 100;

    public static ServiceError? Validate(BatchGetItemRequest request, OperationDialect dialect)
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

        Func<IReadOnlyDictionary<string, KeysAndAttributes>, string> describe = dialect.ShowsBatchesAsJson ? RequestJson.Of : RequestText.Of;
        errors.RequireCount(tables.Count, 1, MaxKeys, "requestItems", tables, describe);
        errors.RequireTableNames(tables, dialect, describe);
        var (hasNames, hasExpression) = (false, false);
        foreach (var (tableName, keysAndAttributes) in tables)
        {
            if (keysAndAttributes?.Keys is not { Count: >= 1 and <= MaxKeys })
            {
                CollectKeyConstraints(ref errors, tableName, keysAndAttributes?.Keys);
            }

            if (keysAndAttributes?.AttributesToGet is { } attributesToGet)
            {
                LegacyConstraints.Collect(ref errors, attributesToGet, $"requestItems.{tableName}.member.attributesToGet");
            }

            hasNames |= keysAndAttributes?.AttributesToGet is not null;
            hasExpression |= keysAndAttributes?.ProjectionExpression is not null;
        }

        // The two may not even stand at different tables.
        return errors.ToError(dialect) ?? LegacyRules.ValidateProjection(hasNames, hasExpression, dialect) ?? ValidateTables(tables, dialect, request.Findings);
    }

    private static void CollectKeyConstraints(ref ConstraintErrors errors, string tableName, IReadOnlyList<Item>? keys)
    {
        var path = $"requestItems.{tableName}.member.keys";
        if (keys is null)
        {
            errors.RequireNotNull(isPresent: false, path);
        }
        else
        {
            errors.RequireCount(keys.Count, 1, MaxKeys, path, keys, RequestText.Of);
        }
    }

    private static ServiceError? ValidateTables(IReadOnlyDictionary<string, KeysAndAttributes> tables, OperationDialect dialect, RequestFindings? findings)
    {
        var count = 0;
        foreach (var (tableName, keysAndAttributes) in tables)
        {
            if (PlaceholderRules.Validate(
                keysAndAttributes.ExpressionAttributeNames,
                null,
                keysAndAttributes.ProjectionExpression is not null,
                hasValueExpression: true,
                string.Empty,
                dialect,
                findings) is { } error)
            {
                return error;
            }

            if (ValidateKeys(keysAndAttributes.Keys!, dialect, findings, tableName) is { } keyError) // required by CollectKeyConstraints
            {
                return keyError;
            }

            count += keysAndAttributes.Keys!.Count; // required by CollectKeyConstraints
            if (count > MaxKeys)
            {
                return ServiceError.Validation(BatchTexts.TooManyGets);
            }
        }

        return null;
    }

    private static ServiceError? ValidateKeys(IReadOnlyList<Item> keys, OperationDialect dialect, RequestFindings? findings, string tableName)
    {
        var seen = new HashSet<Item>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            if (findings is not null && ValueRules.Validate(findings, $"requestItems.{tableName}.member.{i + 1}.member.keys", dialect) is { } error)
            {
                return error;
            }

            if (!seen.Add(keys[i]))
            {
                return ServiceError.Validation(BatchTexts.Duplicates);
            }
        }

        return null;
    }
}

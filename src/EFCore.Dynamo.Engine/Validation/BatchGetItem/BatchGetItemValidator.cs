using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of BatchGetItem that need no table.</summary>
internal static class BatchGetItemValidator
{
    private const int MaxKeys = 100;

    public static ServiceError? Validate(BatchGetItemRequest request)
    {
        var errors = default(ConstraintErrors);
        errors.RequireNotNull(request.RequestItems is not null, "requestItems");
        if (request.RequestItems is not { } tables)
            return errors.ToError();

        errors.RequireCount(tables.Count, 1, MaxKeys, "requestItems", () => $"{{{string.Join(", ", tables.Keys)}}}");
        foreach (var (tableName, keysAndAttributes) in tables)
            CollectConstraints(ref errors, tableName, keysAndAttributes);
        return errors.ToError() ?? ValidateCounts(tables);
    }

    private static void CollectConstraints(ref ConstraintErrors errors, string tableName, KeysAndAttributes? keysAndAttributes)
    {
        ResourceName.RequireTableNameConstraints(ref errors, tableName, "requestItems");
        var keys = keysAndAttributes?.Keys;
        if (keys is null)
            errors.RequireNotNull(isPresent: false, $"requestItems.{tableName}.member.keys");
        else if (keys.Count is < 1 or > MaxKeys)
            errors.RequireCount(keys.Count, 1, MaxKeys, $"requestItems.{tableName}.member.keys", () => ConstraintErrors.DescribeList(keys.Count));
    }

    private static ServiceError? ValidateCounts(IReadOnlyDictionary<string, KeysAndAttributes> tables)
    {
        var count = 0;
        foreach (var keysAndAttributes in tables.Values)
        {
            if (PlaceholderRules.Validate(
                keysAndAttributes.ExpressionAttributeNames, null, keysAndAttributes.ProjectionExpression is not null, hasValueExpression: true, string.Empty) is { } error)
                return error;
            count += keysAndAttributes.Keys!.Count; // required by CollectConstraints
        }

        return count > MaxKeys ? ServiceError.Validation(BatchTexts.TooManyGets) : null;
    }
}

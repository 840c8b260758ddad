using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of TransactGetItems that need no table.</summary>
internal static class TransactGetItemsValidator
{
    public static ServiceError? Validate(TransactGetItemsRequest request)
    {
        var errors = default(ConstraintErrors);
        errors.RequireNotNull(request.TransactItems is not null, "transactItems");
        if (request.TransactItems is not { } parts)
            return errors.ToError();

        errors.RequireCount(parts.Count, 1, TransactionTexts.MaxItems, "transactItems", () => ConstraintErrors.DescribeList(parts.Count));
        for (var i = 0; i < parts.Count; i++)
        {
            var path = $"transactItems.{i + 1}.member.get";
            if (parts[i] is not { } part)
            {
                errors.RequireNotNull(isPresent: false, path);
                continue;
            }

            ResourceName.RequireTableName(ref errors, part.TableName, path + ".");
            errors.RequireNotNull(part.Key is not null, path, ".key");
        }

        return errors.ToError() ?? ValidateParts(parts);
    }

    private static ServiceError? ValidateParts(IReadOnlyList<TransactGetItem> parts)
    {
        foreach (var part in parts)
        {
            if (PlaceholderRules.Validate(part.ExpressionAttributeNames, null, part.ProjectionExpression is not null, hasValueExpression: true, string.Empty) is { } error)
                return error;
        }

        return null;
    }
}

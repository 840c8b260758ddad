using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of TransactGetItems that need no table.</summary>
internal static class TransactGetItemsValidator
{
    public static ServiceError? Validate(TransactGetItemsRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.TransactItems is not null, "transactItems");
        if (request.TransactItems is not { } parts)
            return errors.ToError(dialect);

        errors.RequireCount(parts.Count, 1, TransactionTexts.MaxItems, "transactItems", parts, RequestText.Of);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is { Key: not null, TableName: { } name } && ResourceName.IsValid(name))
                continue;

            var path = $"transactItems.{i + 1}.member.get";
            if (parts[i] is not { } part)
            {
                errors.RequireNotNull(isPresent: false, path);
                continue;
            }

            ResourceName.RequireTableName(ref errors, part.TableName, path + ".");
            errors.RequireNotNull(part.Key is not null, path, ".key");
        }

        return errors.ToError(dialect) ?? ValidateParts(parts, dialect, request.Findings);
    }

    private static ServiceError? ValidateParts(IReadOnlyList<TransactGetItem> parts, OperationDialect dialect, RequestFindings? findings)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (PlaceholderRules.Validate(
                part.ExpressionAttributeNames, null, part.ProjectionExpression is not null, hasValueExpression: true, string.Empty, dialect, findings) is { } error)
                return error;
            if (findings is not null && ValueRules.Validate(findings, $"transactItems.{i + 1}.member.get.key", dialect) is { } valueError)
                return valueError;
        }

        return null;
    }
}

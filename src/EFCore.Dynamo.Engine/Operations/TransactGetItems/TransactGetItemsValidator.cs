using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.TransactGetItems;

/// <summary>The rules of TransactGetItems that need no table.</summary>
internal static class TransactGetItemsValidator
{
    /// <param name="request">The request.</param>
    /// <param name="dialect">How the operation checks and words it.</param>
    /// <param name="projections">Of each read; null where it has none. Empty with an error.</param>
    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static ServiceError? Validate(TransactGetItemsRequest request, OperationDialect dialect, out BoundProjection?[] projections)
    {
        projections = [];
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.TransactItems is not null, "transactItems");
        if (request.TransactItems is not { } parts)
        {
            return errors.ToError(dialect);
        }

        errors.RequireCount(parts.Count, 1, TransactionTexts.MaxItems, "transactItems", parts, RequestText.Of);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is { Key: not null, TableName: { } name } && ResourceName.IsValid(name))
            {
                continue;
            }

            var path = $"transactItems.{i + 1}.member.get";
            if (parts[i] is not { } part)
            {
                errors.RequireNotNull(isPresent: false, path);
                continue;
            }

            ResourceNameRules.RequireTableName(ref errors, part.TableName, path + ".");
            errors.RequireNotNull(part.Key is not null, path, ".key");
        }

        return errors.ToError(dialect) ?? ValidateParts(parts, dialect, request.Findings, out projections);
    }

    private static ServiceError? ValidateParts(
        IReadOnlyList<TransactGetItem> parts, OperationDialect dialect, RequestFindings? findings, out BoundProjection?[] projections)
    {
        projections = new BoundProjection?[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            if (TransactionActionRules.Validate(parts[i], dialect, findings, i + 1, out projections[i]) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.TransactWriteItems;

/// <summary>The rules of TransactWriteItems that need no table.</summary>
internal static class TransactWriteItemsValidator
{
    /// <param name="request">The request.</param>
    /// <param name="dialect">The operation's.</param>
    /// <param name="actions">What each part does; empty with an error.</param>
    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static ServiceError? Validate(TransactWriteItemsRequest request, OperationDialect dialect, out BoundTransactionAction[] actions)
    {
        actions = [];
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.TransactItems is not null, "transactItems");
        errors.RequireMinLength(request.ClientRequestToken, 1, "clientRequestToken");
        errors.RequireMaxLength(request.ClientRequestToken, TransactionTexts.MaxTokenLength, "clientRequestToken");
        if (request.TransactItems is not { } parts)
        {
            return errors.ToError(dialect);
        }

        errors.RequireCount(parts.Count, 1, TransactionTexts.MaxItems, "transactItems", parts, RequestText.Of);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not { } part)
            {
                errors.RequireNotNull(isPresent: false, $"transactItems.{i + 1}.member");
                continue;
            }

            // First without a path, which would be a string for each part of each transaction.
            var probe = default(ConstraintErrors);
            CollectConstraints(ref probe, part, string.Empty);
            if (!probe.IsEmpty)
            {
                CollectConstraints(ref errors, part, $"transactItems.{i + 1}.member.");
            }
        }

        return errors.ToError(dialect) ?? ValidateActions(parts, dialect, request.Findings, out actions);
    }

    private static void CollectConstraints(ref ConstraintErrors errors, TransactWriteItem part, string path)
    {
        if (part.ConditionCheck is { } check)
        {
            CollectConstraints(ref errors, TransactionAction.Of(check), path);
            errors.RequireNotNull(check.ConditionExpression is not null, path, "conditionCheck.conditionExpression");
        }

        if (part.Put is { } put)
        {
            CollectConstraints(ref errors, TransactionAction.Of(put), path);
        }

        if (part.Delete is { } delete)
        {
            CollectConstraints(ref errors, TransactionAction.Of(delete), path);
        }

        if (part.Update is { } update)
        {
            CollectConstraints(ref errors, TransactionAction.Of(update), path);
            errors.RequireNotNull(update.UpdateExpression is not null, path, "update.updateExpression");
        }
    }

    private static void CollectConstraints(ref ConstraintErrors errors, in TransactionAction action, string path)
    {
        if (action is { TableName: { } name, Item: not null } && ResourceName.IsValid(name))
        {
            return;
        }

        ResourceNameRules.RequireTableName(ref errors, action.TableName, path + action.Member);
        errors.RequireNotNull(action.Item is not null, path + action.Member, action.ItemMember);
    }

    private static ServiceError? ValidateActions(
        IReadOnlyList<TransactWriteItem> parts, OperationDialect dialect, RequestFindings? findings, out BoundTransactionAction[] actions)
    {
        actions = [];
        var bound = new BoundTransactionAction[parts.Count];
        long sizeBytes = 0;
        for (var i = 0; i < bound.Length; i++)
        {
            if (TransactionAction.TryCreate(parts[i]) is not { } action)
            {
                return ServiceError.Validation(TransactionTexts.OnePartOneOperation);
            }

            var path = findings is null ? string.Empty : $"transactItems.{i + 1}.member.";
            if (LegacyRules.RefuseInTransaction(parts[i]) is { } legacyError)
            {
                return legacyError;
            }

            if (TransactionActionRules.Validate(action, dialect, findings, path, out var expressions) is { } error)
            {
                return error;
            }

            bound[i] = new BoundTransactionAction(action, expressions);
            sizeBytes += action.Item.GetValueOrDefault().SizeBytes; // what the request itself brings of each item
        }

        if (sizeBytes > TransactionTexts.MaxSizeBytes)
        {
            return ServiceError.Validation(TransactionTexts.TooLarge);
        }

        actions = bound;
        return null;
    }
}

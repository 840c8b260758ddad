using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of TransactWriteItems that need no table.</summary>
internal static class TransactWriteItemsValidator
{
    public static ServiceError? Validate(TransactWriteItemsRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.TransactItems is not null, "transactItems");
        errors.RequireMinLength(request.ClientRequestToken, 1, "clientRequestToken");
        errors.RequireMaxLength(request.ClientRequestToken, TransactionTexts.MaxTokenLength, "clientRequestToken");
        if (request.TransactItems is not { } parts)
            return errors.ToError();

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
                CollectConstraints(ref errors, part, $"transactItems.{i + 1}.member.");
        }

        return errors.ToError() ?? ValidateParts(parts, request.Findings);
    }

    private static void CollectConstraints(ref ConstraintErrors errors, TransactWriteItem part, string path)
    {
        if (part.ConditionCheck is { } check)
        {
            ResourceName.RequireTableName(ref errors, check.TableName, path + "conditionCheck.");
            errors.RequireNotNull(check.Key is not null, path, "conditionCheck.key");
            errors.RequireNotNull(check.ConditionExpression is not null, path, "conditionCheck.conditionExpression");
        }

        if (part.Put is { } put)
            PutItemValidator.CollectConstraints(ref errors, put, path + "put.");
        if (part.Delete is { } delete)
            DeleteItemValidator.CollectConstraints(ref errors, delete, path + "delete.");
        if (part.Update is { } update)
        {
            UpdateItemValidator.CollectConstraints(ref errors, update, path + "update.");
            errors.RequireNotNull(update.UpdateExpression is not null, path, "update.updateExpression");
        }
    }

    private static ServiceError? ValidateParts(IReadOnlyList<TransactWriteItem> parts, RequestFindings? findings)
    {
        long sizeBytes = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var count = (part.ConditionCheck is null ? 0 : 1) + (part.Put is null ? 0 : 1) + (part.Update is null ? 0 : 1) + (part.Delete is null ? 0 : 1);
            if (count != 1)
                return ServiceError.Validation(TransactionTexts.OnePartOneOperation);

            if (LegacyRules.RefuseInTransaction(part) is { } legacyError)
                return legacyError;
            if (ValidatePart(part, findings, findings is null ? string.Empty : $"transactItems.{i + 1}.member.") is { } error)
                return error;
            sizeBytes += GetSizeBytes(part);
        }

        return sizeBytes > TransactionTexts.MaxSizeBytes ? ServiceError.Validation(TransactionTexts.TooLarge) : null;
    }

    private static ServiceError? ValidatePart(TransactWriteItem part, RequestFindings? findings, string path) => part switch
    {
        { Put: { } put } => PutItemValidator.ValidateParameters(put, findings, path + "put.") ?? ItemRules.ValidateSize(put.Item.GetValueOrDefault().Span),
        { Update: { } update } => UpdateItemValidator.ValidateParameters(update, findings, path + "update."),
        { Delete: { } delete } => DeleteItemValidator.ValidateParameters(delete, findings, path + "delete."),
        { ConditionCheck: { } check } => PlaceholderRules.Validate(
                check.ExpressionAttributeNames, check.ExpressionAttributeValues, hasExpression: true, hasValueExpression: true, string.Empty, findings, path + "conditionCheck.")
            ?? ValueRules.Validate(findings, path + "conditionCheck.key"),
        _ => null,
    };

    /// <summary>What the request itself brings of each item: all of a put, the key of the others.</summary>
    private static int GetSizeBytes(TransactWriteItem part) =>
        (part.Put?.Item ?? part.Update?.Key ?? part.Delete?.Key ?? part.ConditionCheck?.Key).GetValueOrDefault().SizeBytes;
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation.Legacy;

/// <summary>Legacy parameters and expressions exclude each other. The service lists what it found in the order of these lists.</summary>
internal static class LegacyRules
{
    public static ServiceError? ValidateMixing(GetItemRequest request, OperationDialect dialect)
        => ValidateProjection(request.AttributesToGet is not null, request.ProjectionExpression is not null, dialect);

    public static ServiceError? ValidateProjection(bool hasAttributesToGet, bool hasProjectionExpression, OperationDialect dialect)
        => hasAttributesToGet && hasProjectionExpression
            ? ServiceError.Validation(LegacyTexts.Mixed("AttributesToGet", "ProjectionExpression"), dialect)
            : null;

    public static ServiceError? ValidateMixing(PutItemRequest request, OperationDialect dialect)
        => ValidateCondition(request.Expected is not null, request.ConditionalOperator is not null, request.ConditionExpression is not null, dialect);

    public static ServiceError? ValidateMixing(DeleteItemRequest request, OperationDialect dialect)
        => ValidateCondition(request.Expected is not null, request.ConditionalOperator is not null, request.ConditionExpression is not null, dialect);

    public static ServiceError? ValidateMixing(UpdateItemRequest request, OperationDialect dialect)
        => request.AttributeUpdates is null && request.Expected is null && request.ConditionalOperator is null
            ? null
            : Validate(
                [
                    ("AttributeUpdates", request.AttributeUpdates is not null),
                    ("Expected", request.Expected is not null),
                    ("ConditionalOperator", request.ConditionalOperator is not null),
                ],
                [("UpdateExpression", request.UpdateExpression is not null), ("ConditionExpression", request.ConditionExpression is not null)],
                dialect);

    /// <summary><c>KeyConditions</c> go with the other expressions, only not with their own successor.</summary>
    public static ServiceError? ValidateMixing(QueryRequest request, OperationDialect dialect)
        => request is { AttributesToGet: null, QueryFilter: null, ConditionalOperator: null, KeyConditions: null }
            ? null
            : Validate(
                [
                    ("AttributesToGet", request.AttributesToGet is not null),
                    ("QueryFilter", request.QueryFilter is not null),
                    ("ConditionalOperator", request.ConditionalOperator is not null),
                    ("KeyConditions", request.KeyConditions is not null && request.KeyConditionExpression is not null),
                ],
                [
                    ("ProjectionExpression", request.ProjectionExpression is not null),
                    ("FilterExpression", request.FilterExpression is not null),
                    ("KeyConditionExpression", request.KeyConditionExpression is not null),
                ],
                dialect);

    public static ServiceError? ValidateMixing(ScanRequest request, OperationDialect dialect)
        => request is { AttributesToGet: null, ScanFilter: null, ConditionalOperator: null }
            ? null
            : Validate(
                [
                    ("AttributesToGet", request.AttributesToGet is not null),
                    ("ScanFilter", request.ScanFilter is not null),
                    ("ConditionalOperator", request.ConditionalOperator is not null),
                ],
                [("ProjectionExpression", request.ProjectionExpression is not null), ("FilterExpression", request.FilterExpression is not null)],
                dialect);

    /// <summary>A transaction's elements have the types of the single requests, but not their legacy members.</summary>
    public static ServiceError? RefuseInTransaction(TransactWriteItem part)
    {
        if (part.Update?.AttributeUpdates is not null)
        {
            return ServiceError.Validation(LegacyTexts.NotInTransactions("AttributeUpdates"));
        }

        if (part.Put?.Expected is not null || part.Update?.Expected is not null || part.Delete?.Expected is not null)
        {
            return ServiceError.Validation(LegacyTexts.NotInTransactions("Expected"));
        }

        return part.Put?.ConditionalOperator is null && part.Update?.ConditionalOperator is null && part.Delete?.ConditionalOperator is null
            ? null
            : ServiceError.Validation(LegacyTexts.NotInTransactions("ConditionalOperator"));
    }

    private static ServiceError? ValidateCondition(bool hasExpected, bool hasOperator, bool hasExpression, OperationDialect dialect)
        => hasExpected || hasOperator
            ? Validate([("Expected", hasExpected), ("ConditionalOperator", hasOperator)], [("ConditionExpression", hasExpression)], dialect)
            : null;

    private static ServiceError? Validate(
        ReadOnlySpan<(string Name, bool IsPresent)> legacy, ReadOnlySpan<(string Name, bool IsPresent)> expressions, OperationDialect dialect)
    {
        var legacyNames = ListPresent(legacy);
        var expressionNames = ListPresent(expressions);
        return legacyNames.Length == 0 || expressionNames.Length == 0
            ? null
            : ServiceError.Validation(LegacyTexts.Mixed(legacyNames, expressionNames), dialect);
    }

    private static string ListPresent(ReadOnlySpan<(string Name, bool IsPresent)> parameters)
    {
        var present = new List<string>(parameters.Length);
        foreach (var (name, isPresent) in parameters)
        {
            if (isPresent)
            {
                present.Add(name);
            }
        }

        return string.Join(", ", present);
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Query;

/// <summary>The rules of Query that need no table.</summary>
internal static class QueryValidator
{
    private const string ValueParameters = "FilterExpression and KeyConditionExpression are null";

    public static ServiceError? Validate(QueryRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireTableName(ref errors, request.TableName);
        ResourceNameRules.RequireConstraints(ref errors, request.IndexName, "indexName");
        errors.RequireRange(request.Limit, 1, int.MaxValue, "limit");
        LegacyConstraints.Collect(ref errors, request.AttributesToGet);
        LegacyConstraints.Collect(ref errors, request.KeyConditions, "keyConditions");
        LegacyConstraints.Collect(ref errors, request.QueryFilter, "queryFilter");
        if (!errors.IsEmpty)
        {
            return errors.ToError(dialect);
        }

        var hasValueExpression = request.FilterExpression is not null || request.KeyConditionExpression is not null;
        var hasExpression = hasValueExpression || request.ProjectionExpression is not null;
        return LegacyRules.ValidateMixing(request, dialect)
            ?? PlaceholderRules.Validate(
                request.ExpressionAttributeNames,
                request.ExpressionAttributeValues,
                hasExpression,
                hasValueExpression,
                ValueParameters,
                dialect,
                request.Findings)
            ?? ValueRules.Validate(request.Findings, "queryFilter", dialect)
            ?? ValueRules.ValidateStartKey(request.Findings, dialect)
            ?? ValueRules.Validate(request.Findings, "keyConditions", dialect);
    }

    /// <summary>What the service checks once it has understood the expressions.</summary>
    public static ServiceError? ValidateSelection(QueryRequest request)
        => (SelectRules.Validate(request.Select, request.IndexName, request.ProjectionExpression, request.AttributesToGet) is { } error
            ? ServiceError.Validation(ReadTexts.QueryPrefix + error.Message)
            : null)
        ?? (request is { KeyConditionExpression: null, KeyConditions: null } ? ServiceError.Validation(ReadTexts.KeyConditionRequired) : null);
}

using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of DeleteItem that need no table.</summary>
internal static class DeleteItemValidator
{
    private const string ValueParameters = "ConditionExpression is null";

    public static ServiceError? Validate(DeleteItemRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        CollectConstraints(ref errors, request, string.Empty);
        LegacyConstraints.Collect(ref errors, request.Expected);
        if (!errors.IsEmpty)
            return errors.ToError();
        if ((LegacyRules.ValidateMixing(request) ?? ValidateParameters(request, request.Findings)) is { } error)
            return error;
        return request.ReturnValues is ReturnValues.None or ReturnValues.AllOld
            ? ValueRules.Validate(request.Findings, "expected")
            : ServiceError.Validation(PutItemValidator.InvalidReturnValues);
    }

    /// <summary>The constraints of the model, with the path of a transaction's part in front.</summary>
    public static void CollectConstraints(ref ConstraintErrors errors, DeleteItemRequest request, string path)
    {
        ResourceName.RequireTableName(ref errors, request.TableName, path);
        errors.RequireNotNull(request.Key is not null, path, "key");
    }

    /// <inheritdoc cref="PutItemValidator.ValidateParameters" />
    public static ServiceError? ValidateParameters(DeleteItemRequest request, RequestFindings? findings, string path = "")
    {
        var hasCondition = request.ConditionExpression is not null;
        return PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasCondition, hasCondition, ValueParameters, findings, path)
            ?? ValueRules.Validate(findings, path + "key");
    }
}

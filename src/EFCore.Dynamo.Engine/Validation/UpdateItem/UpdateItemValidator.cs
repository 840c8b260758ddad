using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of UpdateItem that need no table.</summary>
internal static class UpdateItemValidator
{
    private const string ValueParameters = "UpdateExpression and ConditionExpression are null";

    public static ServiceError? Validate(UpdateItemRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        CollectConstraints(ref errors, request, string.Empty);
        LegacyConstraints.Collect(ref errors, request.AttributeUpdates);
        LegacyConstraints.Collect(ref errors, request.Expected);
        if (!errors.IsEmpty)
            return errors.ToError();
        return LegacyRules.ValidateMixing(request)
            ?? ValidateParameters(request, request.Findings)
            ?? ValueRules.Validate(request.Findings, "attributeUpdates")
            ?? ValueRules.Validate(request.Findings, "expected");
    }

    /// <summary>The constraints of the model, with the path of a transaction's part in front.</summary>
    public static void CollectConstraints(ref ConstraintErrors errors, UpdateItemRequest request, string path)
    {
        ResourceName.RequireTableName(ref errors, request.TableName, path);
        errors.RequireNotNull(request.Key is not null, path, "key");
    }

    /// <inheritdoc cref="PutItemValidator.ValidateParameters" />
    public static ServiceError? ValidateParameters(UpdateItemRequest request, RequestFindings? findings, string path = "")
    {
        var hasExpression = request.UpdateExpression is not null || request.ConditionExpression is not null;
        return PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasExpression, hasExpression, ValueParameters, findings, path)
            ?? ValueRules.Validate(findings, path + "key");
    }
}

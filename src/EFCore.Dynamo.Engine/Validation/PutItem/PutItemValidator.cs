using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of PutItem that need no table.</summary>
internal static class PutItemValidator
{
    public const string InvalidReturnValues = "ReturnValues can only be ALL_OLD or NONE";

    private const string ValueParameters = "ConditionExpression is null";

    public static ServiceError? Validate(PutItemRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        CollectConstraints(ref errors, request, string.Empty);
        LegacyConstraints.Collect(ref errors, request.Expected);
        if (!errors.IsEmpty)
            return errors.ToError();
        if ((LegacyRules.ValidateMixing(request) ?? ValidateParameters(request, request.Findings)) is { } error)
            return error;
        return request.ReturnValues is ReturnValues.None or ReturnValues.AllOld
            ? ItemRules.ValidateSize(request.Item.GetValueOrDefault().Span) ?? ValueRules.Validate(request.Findings, "expected")
            : ServiceError.Validation(InvalidReturnValues);
    }

    /// <summary>The constraints of the model, with the path of a transaction's part in front.</summary>
    public static void CollectConstraints(ref ConstraintErrors errors, PutItemRequest request, string path)
    {
        ResourceName.RequireTableName(ref errors, request.TableName, path);
        errors.RequireNotNull(request.Item is not null, path, "item");
    }

    /// <summary>Placeholders and the item's values; its size is another rule, for it comes later.</summary>
    /// <param name="request">The request, or the part of a transaction that it stands for.</param>
    /// <param name="findings">Of the request that was read.</param>
    /// <param name="path">Of the part, with its dot.</param>
    public static ServiceError? ValidateParameters(PutItemRequest request, RequestFindings? findings, string path = "")
    {
        var hasCondition = request.ConditionExpression is not null;
        return PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasCondition, hasCondition, ValueParameters, findings, path)
            ?? ValueRules.Validate(findings, path + "item")
            ?? ItemRules.ValidateShape(request.Item.GetValueOrDefault().Span);
    }
}

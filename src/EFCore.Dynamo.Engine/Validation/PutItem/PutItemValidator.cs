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
        var errors = default(ConstraintErrors);
        CollectConstraints(ref errors, request, string.Empty);
        if (!errors.IsEmpty)
            return errors.ToError();
        if (ValidateParameters(request) is { } error)
            return error;
        return request.ReturnValues is ReturnValues.None or ReturnValues.AllOld ? null : ServiceError.Validation(InvalidReturnValues);
    }

    /// <summary>The constraints of the model, with the path of a transaction's part in front.</summary>
    public static void CollectConstraints(ref ConstraintErrors errors, PutItemRequest request, string path)
    {
        ResourceName.RequireTableName(ref errors, request.TableName, path);
        errors.RequireNotNull(request.Item is not null, path, "item");
    }

    public static ServiceError? ValidateParameters(PutItemRequest request)
    {
        var hasCondition = request.ConditionExpression is not null;
        return PlaceholderRules.Validate(request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasCondition, hasCondition, ValueParameters)
            ?? ItemRules.Validate(request.Item!.Value.Span); // required by CollectConstraints
    }
}

using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of GetItem that need no table.</summary>
internal static class GetItemValidator
{
    public static ServiceError? Validate(GetItemRequest request)
    {
        var errors = default(ConstraintErrors);
        ResourceName.RequireTableName(ref errors, request.TableName);
        errors.RequireNotNull(request.Key is not null, "key");
        return errors.IsEmpty
            ? PlaceholderRules.Validate(request.ExpressionAttributeNames, null, request.ProjectionExpression is not null, hasValueExpression: true, string.Empty)
            : errors.ToError();
    }
}

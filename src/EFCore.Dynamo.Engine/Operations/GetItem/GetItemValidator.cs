using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.GetItem;

/// <summary>The rules of GetItem that need no table.</summary>
internal static class GetItemValidator
{
    public static ServiceError? Validate(GetItemRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireTableName(ref errors, request.TableName);
        errors.RequireNotNull(request.Key is not null, "key");
        LegacyConstraints.Collect(ref errors, request.AttributesToGet);
        if (!errors.IsEmpty)
        {
            return errors.ToError(dialect);
        }

        return LegacyRules.ValidateMixing(request, dialect)
            ?? PlaceholderRules.Validate(
                request.ExpressionAttributeNames,
                null,
                request.ProjectionExpression is not null,
                hasValueExpression: true,
                string.Empty,
                dialect,
                request.Findings)
            ?? ValueRules.Validate(request.Findings, "key", dialect);
    }
}

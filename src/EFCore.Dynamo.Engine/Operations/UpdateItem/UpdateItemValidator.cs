using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.UpdateItem;

/// <summary>The rules of UpdateItem that need no table.</summary>
internal static class UpdateItemValidator
{
    private const string ValueParameters = "UpdateExpression and ConditionExpression are null";

    public static ServiceError? Validate(UpdateItemRequest request, OperationDialect dialect)
    {
        dialect = dialect.For(request.Findings);
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireTableName(ref errors, request.TableName);
        errors.RequireNotNull(request.Key is not null, "key");
        LegacyConstraints.Collect(ref errors, request.AttributeUpdates);
        LegacyConstraints.Collect(ref errors, request.Expected);
        if (!errors.IsEmpty)
        {
            return errors.ToError(dialect);
        }

        var hasExpression = request.UpdateExpression is not null || request.ConditionExpression is not null;
        return LegacyRules.ValidateMixing(request, dialect)
            ?? PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasExpression, hasExpression, ValueParameters, dialect, request.Findings)
            ?? ValueRules.Validate(request.Findings, "key", dialect)
            ?? ValueRules.Validate(request.Findings, "attributeUpdates", dialect)
            ?? ValueRules.Validate(request.Findings, "expected", dialect);
    }
}

using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Operations.PutItem;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.DeleteItem;

/// <summary>The rules of DeleteItem that need no table.</summary>
internal static class DeleteItemValidator
{
    private const string ValueParameters = "ConditionExpression is null";

    public static ServiceError? Validate(DeleteItemRequest request, OperationDialect dialect)
    {
        dialect = dialect.For(request.Findings);
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireTableName(ref errors, request.TableName);
        errors.RequireNotNull(request.Key is not null, "key");
        LegacyConstraints.Collect(ref errors, request.Expected);
        if (!errors.IsEmpty)
        {
            return errors.ToError(dialect);
        }

        if (dialect.ChecksReturnValuesFirst && PutItemValidator.ValidateReturnValues(request.ReturnValues, dialect) is { } error)
        {
            return error;
        }

        var hasCondition = request.ConditionExpression is not null;
        return LegacyRules.ValidateMixing(request, dialect)
            ?? PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasCondition, hasCondition, ValueParameters, dialect, request.Findings)
            ?? ValueRules.Validate(request.Findings, "key", dialect)
            ?? PutItemValidator.ValidateReturnValues(request.ReturnValues, dialect)
            ?? ValueRules.Validate(request.Findings, "expected", dialect);
    }
}

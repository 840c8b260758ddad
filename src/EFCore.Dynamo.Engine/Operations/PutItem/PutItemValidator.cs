using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.PutItem;

/// <summary>The rules of PutItem that need no table.</summary>
internal static class PutItemValidator
{
    private const string InvalidReturnValues = "ReturnValues can only be ALL_OLD or NONE";
    private const string ValueParameters = "ConditionExpression is null";

    public static ServiceError? Validate(PutItemRequest request, OperationDialect dialect)
    {
        dialect = dialect.For(request.Findings);
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireTableName(ref errors, request.TableName);
        errors.RequireNotNull(request.Item is not null, "item");
        LegacyConstraints.Collect(ref errors, request.Expected);
        if (!errors.IsEmpty)
        {
            return errors.ToError(dialect);
        }

        var hasCondition = request.ConditionExpression is not null;
        var item = request.Item.GetValueOrDefault().Span;
        return LegacyRules.ValidateMixing(request, dialect)
            ?? PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasCondition, hasCondition, ValueParameters, dialect, request.Findings)
            ?? ValueRules.Validate(request.Findings, "item", dialect)
            ?? ItemRules.ValidateShape(item, dialect)
            ?? ValidateReturnValues(request.ReturnValues, dialect)
            ?? ItemRules.ValidateSize(item)
            ?? ValueRules.Validate(request.Findings, "expected", dialect);
    }

    /// <summary>What PutItem and DeleteItem can return.</summary>
    public static ServiceError? ValidateReturnValues(ReturnValues returnValues, OperationDialect dialect)
        => returnValues is ReturnValues.None or ReturnValues.AllOld ? null : ServiceError.Validation(InvalidReturnValues, dialect);
}

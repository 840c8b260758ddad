using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>
///     What the service checks of a transaction's actions before it looks for a table: one action after the other, writes and reads each in the order of their
///     <c>Validate</c>.
/// </summary>
internal static class TransactionActionRules
{
    /// <param name="action">The action.</param>
    /// <param name="dialect">Of TransactWriteItems.</param>
    /// <param name="findings">Of the request that was read.</param>
    /// <param name="path">Of the part, with its dot.</param>
    /// <param name="expressions">The action's, unless there is an error.</param>
    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static ServiceError? Validate(
        in TransactionAction action, OperationDialect dialect, RequestFindings? findings, string path, out WriteExpressions expressions)
    {
        expressions = default;
        var item = action.Item.GetValueOrDefault().Span;
        if ((ValidatePlaceholders(action, dialect, findings, path) ?? ValidateValues(action, dialect, findings, path) ?? ValidateNames(item)) is { } error)
        {
            return error;
        }

        expressions = BindExpressions(action);
        return ItemRules.ValidateDepth(item, dialect) ?? ValidateNestedNames(item)
            ?? (action.Kind == TransactionActionKind.Put ? ItemRules.ValidateSize(item) : null);
    }

    /// <param name="get">The action.</param>
    /// <param name="dialect">Of TransactGetItems.</param>
    /// <param name="findings">Of the request that was read.</param>
    /// <param name="position">Of the action in its request, from 1.</param>
    /// <param name="projection">The action's, unless there is an error; null where it has none.</param>
    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static ServiceError? Validate(
        TransactGetItem get, OperationDialect dialect, RequestFindings? findings, int position, out BoundProjection? projection)
    {
        projection = null;
        var key = get.Key.GetValueOrDefault().Span;
        if ((PlaceholderRules.Validate(
            get.ExpressionAttributeNames, null, get.ProjectionExpression is not null, hasValueExpression: true, string.Empty, dialect, findings)
            ?? (findings is null ? null : ValueRules.Validate(findings, $"transactItems.{position}.member.get.key", dialect))
            ?? ValidateNames(key)) is { } error)
        {
            return error;
        }

        projection = ReadExpressions.BindProjection(get.ProjectionExpression, get.ExpressionAttributeNames);
        return ItemRules.ValidateDepth(key, dialect) ?? ValidateNestedNames(key);
    }

    private static ServiceError? ValidatePlaceholders(in TransactionAction action, OperationDialect dialect, RequestFindings? findings, string path)
    {
        var hasExpression = action.ConditionExpression is not null || action.UpdateExpression is not null;
        var parameters = action.Kind == TransactionActionKind.Update ? "UpdateExpression and ConditionExpression are null" : "ConditionExpression is null";
        return PlaceholderRules.Validate(
            action.Names, action.Values, hasExpression, hasExpression, parameters, dialect, findings, findings is null ? string.Empty : path + action.Member);
    }

    private static ServiceError? ValidateValues(in TransactionAction action, OperationDialect dialect, RequestFindings? findings, string path)
        => findings is null ? null : ValueRules.Validate(findings, path + action.Member + action.ItemMember, dialect);

    private static ServiceError? ValidateNames(ItemSpan item) => ItemRules.HasEmptyName(item) ? ServiceError.Validation(TransactionTexts.EmptyName) : null;

    private static WriteExpressions BindExpressions(in TransactionAction action)
        => WriteExpressions.Bind(action.ConditionExpression, action.UpdateExpression, action.Names, action.Values);

    private static ServiceError? ValidateNestedNames(ItemSpan item)
        => ItemRules.HasNestedEmptyName(item) ? ServiceError.Validation(TransactionTexts.EmptyName) : null;
}

using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>What the service checks of a write transaction's actions before it looks for a table: one action after the other, each in the order of <see cref="Validate" />.</summary>
internal static class TransactionActionRules
{
    /// <param name="action">The action.</param>
    /// <param name="dialect">Of TransactWriteItems.</param>
    /// <param name="findings">Of the request that was read.</param>
    /// <param name="path">Of the part, with its dot.</param>
    /// <param name="expressions">The action's, unless there is an error.</param>
    /// <exception cref="Errors.DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static ServiceError? Validate(in TransactionAction action, OperationDialect dialect, RequestFindings? findings, string path, out WriteExpressions expressions)
    {
        expressions = default;
        if ((ValidatePlaceholders(action, dialect, findings, path) ?? ValidateValues(action, dialect, findings, path) ?? ValidateNames(action)) is { } error)
        {
            return error;
        }

        expressions = BindExpressions(action);
        return ValidateDepth(action, dialect) ?? ValidateNestedNames(action) ?? ValidateSize(action);
    }

    private static ServiceError? ValidatePlaceholders(in TransactionAction action, OperationDialect dialect, RequestFindings? findings, string path)
    {
        var hasExpression = action.ConditionExpression is not null || action.UpdateExpression is not null;
        var parameters = action.Kind == TransactionActionKind.Update ? "UpdateExpression and ConditionExpression are null" : "ConditionExpression is null";
        return PlaceholderRules.Validate(
            action.Names, action.Values, hasExpression, hasExpression, parameters, dialect, findings, findings is null ? string.Empty : path + action.Member);
    }

    private static ServiceError? ValidateValues(in TransactionAction action, OperationDialect dialect, RequestFindings? findings, string path) =>
        findings is null ? null : ValueRules.Validate(findings, path + action.Member + action.ItemMember, dialect);

    private static ServiceError? ValidateNames(in TransactionAction action) => ItemRules.HasEmptyName(ItemOf(action)) ? ServiceError.Validation(TransactionTexts.EmptyName) : null;

    private static WriteExpressions BindExpressions(in TransactionAction action) =>
        WriteExpressions.Bind(action.ConditionExpression, action.UpdateExpression, action.Names, action.Values);

    private static ServiceError? ValidateDepth(in TransactionAction action, OperationDialect dialect) => ItemRules.ValidateDepth(ItemOf(action), dialect);

    private static ServiceError? ValidateNestedNames(in TransactionAction action) =>
        ItemRules.HasNestedEmptyName(ItemOf(action)) ? ServiceError.Validation(TransactionTexts.EmptyName) : null;

    /// <summary>A key is no item: how long it may be, its table says.</summary>
    private static ServiceError? ValidateSize(in TransactionAction action) => action.Kind == TransactionActionKind.Put ? ItemRules.ValidateSize(ItemOf(action)) : null;

    private static ItemSpan ItemOf(in TransactionAction action) => action.Item.GetValueOrDefault().Span;
}

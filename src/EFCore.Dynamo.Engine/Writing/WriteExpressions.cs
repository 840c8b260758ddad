using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>
///     The bound expressions of one write: the update, then the condition, each parsed and bound; then unused placeholders: the order of the service's errors.
/// </summary>
internal readonly struct WriteExpressions
{
    private WriteExpressions(BoundCondition? condition, BoundUpdate? update, bool isLegacyUpdate = false)
    {
        Condition = condition;
        Update = update;
        IsLegacyUpdate = isLegacyUpdate;
    }

    public BoundCondition? Condition { get; }

    public BoundUpdate? Update { get; }

    /// <summary>Whether the update came as <c>AttributeUpdates</c>.</summary>
    public bool IsLegacyUpdate { get; }

    /// <summary>Those of a statement, bound by its own rules.</summary>
    public static WriteExpressions OfStatement(BoundCondition? condition, BoundUpdate? update = null) => new(condition, update);

    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static WriteExpressions Bind(string? condition, string? update, IReadOnlyDictionary<string, string>? names, Item? values)
    {
        if (condition is null && update is null)
        {
            return default;
        }

        var placeholders = new RequestPlaceholders(names, values, areChecked: true);
        var boundUpdate = update is null ? null : UpdateExpression.Parse(update).Bind(placeholders);
        var boundCondition = condition is null ? null : ConditionExpression.Parse(condition).Bind(placeholders);
        placeholders.ThrowIfUnused();
        return new(boundCondition, boundUpdate);
    }

    /// <summary>The expressions or legacy parameters of the request, or what is wrong with them.</summary>
    public static ServiceError? TryBind(PutItemRequest request, OperationDialect dialect, out WriteExpressions expressions)
        => TryBind(request, static put => put.Expected is null && put.ConditionalOperator is null
            ? Bind(put.ConditionExpression, null, put.ExpressionAttributeNames, put.ExpressionAttributeValues)
            : BindLegacy(put.Expected, put.ConditionalOperator), dialect, out expressions);

    /// <inheritdoc cref="TryBind(PutItemRequest, OperationDialect, out WriteExpressions)" />
    public static ServiceError? TryBind(DeleteItemRequest request, OperationDialect dialect, out WriteExpressions expressions)
        => TryBind(request, static delete => delete.Expected is null && delete.ConditionalOperator is null
            ? Bind(delete.ConditionExpression, null, delete.ExpressionAttributeNames, delete.ExpressionAttributeValues)
            : BindLegacy(delete.Expected, delete.ConditionalOperator), dialect, out expressions);

    /// <inheritdoc cref="TryBind(PutItemRequest, OperationDialect, out WriteExpressions)" />
    public static ServiceError? TryBind(UpdateItemRequest request, OperationDialect dialect, out WriteExpressions expressions)
        => TryBind(request, static update => update.AttributeUpdates is null && update.Expected is null && update.ConditionalOperator is null
            ? Bind(update.ConditionExpression, update.UpdateExpression, update.ExpressionAttributeNames, update.ExpressionAttributeValues)
            : BindLegacy(update.Expected, update.ConditionalOperator, update.AttributeUpdates), dialect, out expressions);

    private static ServiceError? TryBind<TRequest>(
        TRequest request, Func<TRequest, WriteExpressions> bind, OperationDialect dialect, out WriteExpressions expressions)
    {
        expressions = default;
        try
        {
            expressions = bind(request);
            return null;
        }
        catch (DynamoValidationException exception)
        {
            return ServiceError.Validation(exception.Message, dialect);
        }
    }

    /// <summary>The legacy parameters in place of expressions: updates first, as the service checks them.</summary>
    /// <exception cref="DynamoValidationException">Not updates or conditions by the service's rules.</exception>
    private static WriteExpressions BindLegacy(
        IReadOnlyDictionary<string, ExpectedAttributeValue>? expected,
        ConditionalOperator? conditionalOperator,
        IReadOnlyDictionary<string, AttributeValueUpdate>? attributeUpdates = null)
    {
        var update = LegacyUpdate.Bind(attributeUpdates);
        return new(LegacyCondition.BindExpected(expected, conditionalOperator), update, isLegacyUpdate: attributeUpdates is not null);
    }
}

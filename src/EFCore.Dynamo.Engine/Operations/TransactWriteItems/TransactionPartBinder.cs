using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Turns one part of a write transaction into an <see cref="ItemWrite" />.</summary>
/// <remarks>
///     A missing table, a wrong expression or an empty key value fails the request; a key that does not fit its schema cancels the transaction, with the part's reason.
/// </remarks>
internal static class TransactionPartBinder
{
    /// <summary>The part's expressions. Those of all parts come before the first table.</summary>
    /// <exception cref="Errors.DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static WriteExpressions BindExpressions(TransactWriteItem part) => part switch
    {
        { Put: { } put } => WriteExpressions.Bind(put.ConditionExpression, null, put.ExpressionAttributeNames, put.ExpressionAttributeValues),
        { Update: { } update } => WriteExpressions.Bind(
            update.ConditionExpression, update.UpdateExpression, update.ExpressionAttributeNames, update.ExpressionAttributeValues),
        { Delete: { } delete } => WriteExpressions.Bind(delete.ConditionExpression, null, delete.ExpressionAttributeNames, delete.ExpressionAttributeValues),
        { ConditionCheck: { } check } => WriteExpressions.Bind(check.ConditionExpression, null, check.ExpressionAttributeNames, check.ExpressionAttributeValues),
        _ => default,
    };

    /// <param name="context">The tables.</param>
    /// <param name="part">The part, valid by itself.</param>
    /// <param name="expressions">Its expressions.</param>
    /// <param name="write">The write, unless there is an error or a reason.</param>
    /// <param name="reason">Why this part cancels the transaction.</param>
    /// <returns>The error that fails the request as a whole.</returns>
    public static ServiceError? TryBind(
        EngineContext context, TransactWriteItem part, in WriteExpressions expressions, out ItemWrite? write, out ServiceError? reason)
    {
        var error = TryBindPart(context, part, expressions, out write, out reason);
        return error ?? (reason?.Code == ServiceErrorCode.EmptyKeyValue ? reason : null);
    }

    private static ServiceError? TryBindPart(
        EngineContext context, TransactWriteItem part, in WriteExpressions expressions, out ItemWrite? write, out ServiceError? reason)
    {
        if (part.Put is { } put)
            return TryBindPut(context, put, expressions, out write, out reason);
        if (part.Update is { } update)
            return TryBindUpdate(context, update, expressions, out write, out reason);
        return part.Delete is { } delete
            ? TryBindDelete(context, delete, expressions, out write, out reason)
            : TryBindCheck(context, part.ConditionCheck!, expressions, out write, out reason); // exactly one is set, the validator has seen to that
    }

    private static ServiceError? TryBindPut(
        EngineContext context, PutItemRequest put, in WriteExpressions expressions, out ItemWrite? write, out ServiceError? reason)
    {
        write = null;
        reason = null;
        if (FindTable(context, put.TableName, out var error) is not { } table)
            return error;

        var item = put.Item.GetValueOrDefault();
        reason = PutWrite.Validate(table, item);
        KeyPathRules.Validate(table, expressions.Condition);
        if (reason is null)
            write = new PutWrite(table, item, expressions.Condition, ReturnsItem(put.ReturnValuesOnConditionCheckFailure));
        return null;
    }

    private static ServiceError? TryBindUpdate(
        EngineContext context, UpdateItemRequest update, in WriteExpressions expressions, out ItemWrite? write, out ServiceError? reason)
    {
        write = null;
        reason = null;
        if (FindTable(context, update.TableName, out var error) is not { } table)
            return error;

        var key = update.Key.GetValueOrDefault();
        reason = UpdateWrite.Validate(table, key, expressions.Update);
        KeyPathRules.Validate(table, expressions.Condition);
        if (reason is null)
            write = new UpdateWrite(table, key, expressions.Update, expressions.Condition, ReturnsItem(update.ReturnValuesOnConditionCheckFailure));
        return null;
    }

    private static ServiceError? TryBindDelete(
        EngineContext context, DeleteItemRequest delete, in WriteExpressions expressions, out ItemWrite? write, out ServiceError? reason)
    {
        write = null;
        reason = null;
        if (FindTable(context, delete.TableName, out var error) is not { } table)
            return error;

        var key = delete.Key.GetValueOrDefault();
        reason = KeyValidator.ValidateKey(table, key.Span);
        KeyPathRules.Validate(table, expressions.Condition);
        if (reason is null)
            write = new DeleteWrite(table, key, expressions.Condition, ReturnsItem(delete.ReturnValuesOnConditionCheckFailure));
        return null;
    }

    private static ServiceError? TryBindCheck(
        EngineContext context, ConditionCheck check, in WriteExpressions expressions, out ItemWrite? write, out ServiceError? reason)
    {
        write = null;
        reason = null;
        if (FindTable(context, check.TableName, out var error) is not { } table)
            return error;

        var key = check.Key.GetValueOrDefault();
        reason = KeyValidator.ValidateKey(table, key.Span);
        KeyPathRules.Validate(table, expressions.Condition);
        if (reason is null)
            write = new CheckWrite(table, key, expressions.Condition, ReturnsItem(check.ReturnValuesOnConditionCheckFailure));
        return null;
    }

    private static TableSchema? FindTable(EngineContext context, string? name, out ServiceError? error)
    {
        var table = context.FindTable(name!); // required by TransactWriteItemsValidator
        error = table is null ? context.TableNotFound(name!, "TransactWriteItems") : null;
        return table;
    }

    private static bool ReturnsItem(ReturnValuesOnConditionCheckFailure setting) => setting == ReturnValuesOnConditionCheckFailure.AllOld;
}

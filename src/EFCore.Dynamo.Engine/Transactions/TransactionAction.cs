using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>What one part of a write transaction does: the members that its four kinds have in common.</summary>
/// <param name="Kind">Which of the four it is.</param>
/// <param name="TableName">The request's.</param>
/// <param name="Item">The item of a put, the key of the others.</param>
/// <param name="ConditionExpression">The request's.</param>
/// <param name="UpdateExpression">Of an update only.</param>
/// <param name="Names"><c>ExpressionAttributeNames</c>.</param>
/// <param name="Values"><c>ExpressionAttributeValues</c>.</param>
/// <param name="Images">Whether a failed condition returns the item.</param>
internal readonly record struct TransactionAction(
    TransactionActionKind Kind,
    string? TableName,
    Item? Item,
    string? ConditionExpression,
    string? UpdateExpression,
    IReadOnlyDictionary<string, string>? Names,
    Item? Values,
    KeptImages Images)
{
    /// <summary>The member that holds it, with its dot.</summary>
    public string Member => Kind switch
    {
        TransactionActionKind.Put => "put.",
        TransactionActionKind.Update => "update.",
        TransactionActionKind.Delete => "delete.",
        _ => "conditionCheck.",
    };

    /// <summary>The member that holds <see cref="Item" />.</summary>
    public string ItemMember => Kind == TransactionActionKind.Put ? "item" : "key";

    /// <summary>Null where the part is not exactly one of the four.</summary>
    public static TransactionAction? TryCreate(TransactWriteItem part) => part switch
    {
        { Put: { } put, Update: null, Delete: null, ConditionCheck: null } => Of(put),
        { Put: null, Update: { } update, Delete: null, ConditionCheck: null } => Of(update),
        { Put: null, Update: null, Delete: { } delete, ConditionCheck: null } => Of(delete),
        { Put: null, Update: null, Delete: null, ConditionCheck: { } check } => Of(check),
        _ => null,
    };

    public static TransactionAction Of(PutItemRequest put) => new(
        TransactionActionKind.Put,
        put.TableName,
        put.Item,
        put.ConditionExpression,
        null,
        put.ExpressionAttributeNames,
        put.ExpressionAttributeValues,
        KeptImages.Of(put.ReturnValuesOnConditionCheckFailure));

    public static TransactionAction Of(UpdateItemRequest update) => new(
        TransactionActionKind.Update,
        update.TableName,
        update.Key,
        update.ConditionExpression,
        update.UpdateExpression,
        update.ExpressionAttributeNames,
        update.ExpressionAttributeValues,
        KeptImages.Of(update.ReturnValuesOnConditionCheckFailure));

    public static TransactionAction Of(DeleteItemRequest delete) => new(
        TransactionActionKind.Delete,
        delete.TableName,
        delete.Key,
        delete.ConditionExpression,
        null,
        delete.ExpressionAttributeNames,
        delete.ExpressionAttributeValues,
        KeptImages.Of(delete.ReturnValuesOnConditionCheckFailure));

    public static TransactionAction Of(ConditionCheck check) => new(
        TransactionActionKind.Check,
        check.TableName,
        check.Key,
        check.ConditionExpression,
        null,
        check.ExpressionAttributeNames,
        check.ExpressionAttributeValues,
        KeptImages.Of(check.ReturnValuesOnConditionCheckFailure));
}

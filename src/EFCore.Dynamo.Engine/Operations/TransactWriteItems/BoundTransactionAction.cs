using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.TransactWriteItems;

/// <summary>One action of a write transaction with its expressions, not yet bound to its table.</summary>
/// <param name="Action">The action, valid by itself.</param>
/// <param name="Expressions">Its expressions.</param>
internal readonly record struct BoundTransactionAction(TransactionAction Action, WriteExpressions Expressions)
{
    /// <param name="table">The action's.</param>
    /// <param name="dialect">That of TransactWriteItems.</param>
    /// <param name="write">The write, unless there is an error.</param>
    /// <returns>What does not fit the table: it cancels the transaction.</returns>
    /// <exception cref="DynamoValidationException">An expression leads into a key: it fails the request as a whole.</exception>
    public ServiceError? TryBind(TableSchema table, OperationDialect dialect, out ItemWrite? write)
    {
        write = null;
        var item = Action.Item.GetValueOrDefault();
        var error = Action.Kind switch
        {
            TransactionActionKind.Put => PutWrite.Validate(table, item),
            TransactionActionKind.Update => UpdateWrite.Validate(table, item, Expressions.Update),
            _ => KeyValidator.ValidateKey(table, item.Span),
        };
        KeyPathRules.Validate(table, Expressions.Condition);
        if (error is not null)
        {
            return error;
        }

        write = Action.Kind switch
        {
            TransactionActionKind.Put => new PutWrite(table, item, Expressions.Condition, Action.ReturnsItemOnFailure),
            TransactionActionKind.Update => new UpdateWrite(table, item, Expressions.Update, Expressions.Condition, Action.ReturnsItemOnFailure) { ChargesClauses = dialect.ChargesUpdateClauses },
            TransactionActionKind.Delete => new DeleteWrite(table, item, Expressions.Condition, Action.ReturnsItemOnFailure),
            _ => new CheckWrite(table, item, Expressions.Condition, Action.ReturnsItemOnFailure),
        };
        return null;
    }
}

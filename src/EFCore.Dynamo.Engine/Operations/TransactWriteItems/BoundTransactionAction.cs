using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.TransactWriteItems;

/// <summary>One action of a write transaction with its expressions, not yet bound to its table.</summary>
/// <param name="Action">The action, valid by itself.</param>
/// <param name="Expressions">Its expressions.</param>
internal readonly record struct BoundTransactionAction(TransactionAction Action, WriteExpressions Expressions)
{
    /// <summary>The write, or what does not fit the table: it cancels the transaction.</summary>
    /// <param name="table">The action's.</param>
    /// <param name="dialect">That of TransactWriteItems.</param>
    /// <param name="write">The write, unless there is an error.</param>
    /// <param name="error">The error.</param>
    /// <exception cref="DynamoValidationException">An expression leads into a key: it fails the request as a whole.</exception>
    public bool TryBind(TableSchema table, OperationDialect dialect, [NotNullWhen(true)] out ItemWrite? write, [NotNullWhen(false)] out ServiceError? error)
    {
        var item = Action.Item.GetValueOrDefault();
        return Action.Kind switch
        {
            TransactionActionKind.Put => PutWrite.TryBind(table, item, Expressions, Action.Images, dialect, out write, out error),
            TransactionActionKind.Update => UpdateWrite.TryBind(table, item, Expressions, Action.Images, dialect, out write, out error),
            TransactionActionKind.Delete => DeleteWrite.TryBind(table, item, Expressions, Action.Images, dialect, out write, out error),
            _ => CheckWrite.TryBind(table, item, Expressions, Action.Images, dialect, out write, out error),
        };
    }
}

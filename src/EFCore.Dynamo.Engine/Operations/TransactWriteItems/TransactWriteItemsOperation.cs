using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.TransactWriteItems;

/// <summary>TransactWriteItems, bound to its tables: all parts decide, then all are written, or none.</summary>
internal sealed class TransactWriteItemsOperation(EngineContext context, TransactWriteItemsRequest request, WriteGroup group, byte[]? payloadHash)
    : IBoundWrite<TransactWriteItemsOperation, TransactWriteItemsRequest, TransactWriteItemsResponse>
{
    public static Bound<TransactWriteItemsOperation> Bind(EngineContext context, TransactWriteItemsRequest request)
    {
        if (TransactWriteItemsValidator.Validate(request, context.Dialects.TransactWriteItems, out var actions) is { } error)
        {
            return error;
        }

        if (TryFindTables(context, actions, out var tables) is { } tableError)
        {
            return tableError;
        }

        if (TryBind(actions, tables, context.Dialects.TransactWriteItems, out var writes) is { } bindError)
        {
            return bindError;
        }

        Dictionary<TableSchema, string>? requestedNames = null;
        for (var i = 0; i < tables.Length; i++)
        {
            WriteGroup.AddRequestedName(actions[i].Action.TableName!, tables[i], ref requestedNames); // required by the validator
        }

        return new TransactWriteItemsOperation(
            context,
            request,
            new WriteGroup(writes, requestedNames),
            request.ClientRequestToken is null ? null : PayloadHash.Compute(request.TransactItems!)); // required by the validator
    }

    public OperationResult<TransactWriteItemsResponse> Execute(WriteTransaction transaction)
    {
        var run = new TransactionRun(context, group, request.ClientRequestToken, payloadHash);
        if (run.Execute(transaction, explain: null, out var isStale, out var replayedSizes) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return OperationResult<TransactWriteItemsResponse>.Stale;
        }

        return new TransactWriteItemsResponse
        {
            ConsumedCapacity = run.GetCapacity(replayedSizes, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = group.GetMetrics(transaction, request.ReturnItemCollectionMetrics),
        };
    }

    private static ServiceError? TryFindTables(EngineContext context, BoundTransactionAction[] actions, out TableSchema[] tables)
    {
        tables = new TableSchema[actions.Length];
        for (var i = 0; i < actions.Length; i++)
        {
            var name = actions[i].Action.TableName!; // required by the validator
            if (context.FindTable(name) is not { } table)
            {
                return context.TableNotFound(name, "TransactWriteItems");
            }

            tables[i] = table;
        }

        return null;
    }

    /// <summary>The first action that does not fit its table ends the check.</summary>
    private static ServiceError? TryBind(BoundTransactionAction[] actions, TableSchema[] tables, OperationDialect dialect, out List<ItemWrite> writes)
    {
        writes = new List<ItemWrite>(actions.Length);
        var items = new HashSet<(string TableName, Item Key)>(actions.Length);
        for (var i = 0; i < actions.Length; i++)
        {
            if (!actions[i].TryBind(tables[i], dialect, out var write, out var error))
            {
                return CancellationReasons.OfPart(i, actions.Length, error);
            }

            if (!items.Add((tables[i].Name, tables[i].GetKey(write.Key.Span))))
            {
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            }

            writes.Add(write);
        }

        return null;
    }
}

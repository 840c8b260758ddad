using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.ExecuteTransaction;

/// <summary>ExecuteTransaction of writes and checks, bound to its tables: all decide, then all are written, or none.</summary>
internal sealed class TransactStatementWriteOperation(
    EngineContext context, ExecuteTransactionRequest request, StatementWrite[] statements, WriteGroup group, byte[]? payloadHash)
    : IBoundWrite<TransactStatementWriteOperation, ExecuteTransactionRequest, ExecuteTransactionResponse>
{
    public static Bound<TransactStatementWriteOperation> Bind(EngineContext context, ExecuteTransactionRequest request)
    {
        if (ExecuteTransactionValidator.Validate(request, context.Dialects.ExecuteStatement) is { } error)
        {
            return error;
        }

        var requests = request.TransactStatements!; // required by the validator
        var statements = new StatementWrite[requests.Count];
        Dictionary<TableSchema, string>? requestedNames = null;
        var reasons = new CancellationReasons(requests.Count);
        var items = new HashSet<(string TableName, Item Key)>(requests.Count);
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = PartiQlStatement.Parse(requests[i].Statement!); // required by the validator
            if (TransactStatementRules.Validate(statement.Root, i) is { } refusal)
            {
                return refusal;
            }

            var bound = StatementWriteBinder.Bind(context, statement, requests[i].Parameters, requests[i].ReturnValuesOnConditionCheckFailure);
            if (!bound.TryGet(out var write, out var bindError))
            {
                if (TransactStatementRules.FindFailure(bindError, i) is { } failure)
                {
                    return failure;
                }

                reasons.Add(i, bindError);
                continue;
            }

            statements[i] = write;
            if (!items.Add((write.Write.Table.Name, write.Write.Table.GetKey(write.Write.Key.Span))))
            {
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            }

            WriteGroup.AddRequestedName(statement.Root.Source.TableName, write.Write.Table, ref requestedNames);
        }

        if (reasons.ToError() is { } cancellation)
        {
            return cancellation;
        }

        var group = new WriteGroup(Array.ConvertAll(statements, static statement => statement.Write), requestedNames);
        return new TransactStatementWriteOperation(
            context, request, statements, group, request.ClientRequestToken is null ? null : PayloadHash.Compute(requests));
    }

    public OperationResult<ExecuteTransactionResponse> Execute(WriteTransaction transaction)
    {
        var run = new TransactionRun(context, group, request.ClientRequestToken, payloadHash);
        if (run.Execute(transaction, (part, partError) => statements[part].Explain(partError), out var isStale, out var replayedSizes) is { } error)
        {
            return error;
        }

        if (isStale)
        {
            return OperationResult<ExecuteTransactionResponse>.Stale;
        }

        // No answers at all: writes return no items.
        return new ExecuteTransactionResponse
        {
            Responses = [],
            ConsumedCapacity = run.GetCapacity(replayedSizes, request.ReturnConsumedCapacity),
        };
    }
}

using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.BatchExecuteStatement;

/// <summary>
///     BatchExecuteStatement of writes: each is decided and written by itself, in the order of the request, and one that fails leaves the others alone.
/// </summary>
/// <remarks>All share one transaction of the store, so that the batch waits for the disk once.</remarks>
internal sealed class BatchStatementWriteOperation(BatchExecuteStatementRequest request, BatchStatementResponse[] responses, StatementWrite?[] writes)
    : IBoundWrite<BatchStatementWriteOperation, BatchExecuteStatementRequest, BatchExecuteStatementResponse>
{
    public static Bound<BatchStatementWriteOperation> Bind(EngineContext context, BatchExecuteStatementRequest request)
    {
        if (BatchExecuteStatementValidator.Validate(request, context.Dialects.ExecuteStatement) is { } error)
        {
            return error;
        }

        var statements = request.Statements!; // required by the validator
        var responses = new BatchStatementResponse[statements.Count];
        var writes = new StatementWrite?[statements.Count];
        for (var i = 0; i < writes.Length; i++)
        {
            responses[i] = BatchExecuteStatementValidator.ValidateStatement(
                request.Findings, context.Dialects.ExecuteStatement, statements[i], i) is { } valueError
                ? BatchStatements.Reject(valueError)
                : Bind(context, statements[i], out writes[i]);
        }

        return new BatchStatementWriteOperation(request, responses, writes);
    }

    public OperationResult<BatchExecuteStatementResponse> Execute(WriteTransaction transaction)
    {
        // Before the first write: what is bound to a table that changed is bound again, all of it.
        foreach (var write in writes)
        {
            if (write is not null && IsStale(transaction, write.Write.Table))
            {
                return OperationResult<BatchExecuteStatementResponse>.Stale;
            }
        }

        var outcomes = (BatchStatementResponse[])responses.Clone();
        var meters = new CapacityMeters(CapacityKind.Plain);
        for (var i = 0; i < writes.Length; i++)
        {
            if (writes[i] is not { } write)
            {
                continue;
            }

            if (SingleWrite.Execute(write.Write, transaction, out _) is { } error)
            {
                outcomes[i] = BatchStatements.Fail(write.Explain(error), outcomes[i].TableName);
                continue;
            }

            write.Write.AddCapacity(
                meters.Get(write.Write.Table, outcomes[i].TableName!), isTransactional: false); // a statement that was bound names its table
            if (write.GetReturned() is [var returned])
            {
                outcomes[i] = outcomes[i] with { Item = returned };
            }
        }

        return new BatchExecuteStatementResponse { Responses = outcomes, ConsumedCapacity = meters.ToConsumedCapacity(request.ReturnConsumedCapacity) };
    }

    private static bool IsStale(WriteTransaction transaction, TableSchema table)
    {
        Span<byte> buffer = stackalloc byte[TableStatistics.MaxBytes];
        return TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics) && statistics.Version != table.Version;
    }

    private static BatchStatementResponse Bind(EngineContext context, BatchStatementRequest request, out StatementWrite? write)
    {
        write = null;
        if (!StatementRouting.TryParse(request.Statement!, out var statement, out var parseError)) // required by the validator
        {
            return BatchStatements.Reject(parseError);
        }

        if (statement.Root is PartiQlNode.Exists)
        {
            return BatchStatements.Reject(ServiceError.Validation(PartiQlTexts.ExistsOutsideTransaction));
        }

        try
        {
            var bound = StatementWriteBinder.Bind(context, statement, request.Parameters, request.ReturnValuesOnConditionCheckFailure);
            return bound.TryGet(out write, out var error)
                ? new BatchStatementResponse { TableName = statement.Root.Source.TableName }
                : BatchStatements.Reject(error);
        }
        catch (DynamoValidationException exception)
        {
            return BatchStatements.Reject(ServiceError.Validation(exception.Message));
        }
    }
}

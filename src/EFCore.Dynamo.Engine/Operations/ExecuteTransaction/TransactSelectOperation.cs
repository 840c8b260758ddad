using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.ExecuteTransaction;

/// <summary>ExecuteTransaction of reads: all items as of one snapshot, as TransactGetItems reads them.</summary>
internal readonly struct TransactSelectOperation : IReadOperation<ExecuteTransactionRequest, ExecuteTransactionResponse>
{
    public static OperationResult<ExecuteTransactionResponse> Execute(EngineContext context, ExecuteTransactionRequest request)
    {
        if (ExecuteTransactionValidator.Validate(request, context.Dialects.ExecuteStatement) is { } error)
        {
            return error;
        }

        var statements = request.TransactStatements!; // required by the validator
        var reads = new PointRead[statements.Count];
        var reasons = new CancellationReasons(statements.Count);
        var items = new HashSet<(string TableName, Item Key)>(statements.Count);
        for (var i = 0; i < reads.Length; i++)
        {
            var statement = PartiQlStatement.Parse(statements[i].Statement!); // required by the validator
            if (TransactStatementRules.Validate(statement.Root, i) is { } refusal)
            {
                return refusal;
            }

            if (!PointRead.Bind(context, statement, statements[i].Parameters, PartiQlTexts.TransactionReadNeedsKey).TryGet(out var read, out var bindError))
            {
                if (TransactStatementRules.FindFailure(bindError, i) is { } failure)
                {
                    return failure;
                }

                reasons.Add(i, bindError);
                continue;
            }

            reads[i] = read;
            if (!items.Add((read.Table.Name, read.Key)))
            {
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            }
        }

        return reasons.ToError() is { } cancellation ? cancellation : Read(context, request, reads);
    }

    private static OperationResult<ExecuteTransactionResponse> Read(EngineContext context, ExecuteTransactionRequest request, PointRead[] reads)
    {
        var responses = new Item?[reads.Length];
        var meters = new CapacityMeters(CapacityKind.TransactionalRead);
        long totalBytes = 0;
        using (var transaction = context.Store.BeginRead())
        {
            for (var i = 0; i < reads.Length; i++)
            {
                var read = reads[i];
                responses[i] = read.Read(transaction, isConsistent: true, out var sizeBytes);
                totalBytes += sizeBytes;
                meters.Get(read.Table, read.RequestedName).AddTable(CapacityUnits.Read(sizeBytes, ReadMode.Transactional));
            }
        }

        if (totalBytes > TransactionTexts.MaxSizeBytes)
        {
            return ServiceError.Validation(TransactionTexts.TooLarge);
        }

        return new ExecuteTransactionResponse { Responses = responses, ConsumedCapacity = meters.ToConsumedCapacity(request.ReturnConsumedCapacity) };
    }
}

using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>ExecuteTransaction of writes and checks, bound to its tables: all decide, then all are written, or none.</summary>
internal sealed class TransactStatementWriteOperation(EngineContext context, ExecuteTransactionRequest request, StatementWrite[] statements, byte[]? payloadHash)
    : IBoundWrite<TransactStatementWriteOperation, ExecuteTransactionRequest, ExecuteTransactionResponse>
{
    private readonly WriteGroup _group = new(Array.ConvertAll(statements, static statement => statement.Write));

    public static ServiceError? TryBind(EngineContext context, ExecuteTransactionRequest request, out TransactStatementWriteOperation? operation)
    {
        operation = null;
        if (ExecuteTransactionValidator.Validate(request) is { } error)
            return error;

        var requests = request.TransactStatements!; // required by the validator
        var statements = new StatementWrite[requests.Count];
        var reasons = new CancellationReasons(requests.Count);
        var items = new HashSet<(string TableName, Item Key)>(requests.Count);
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = PartiQlStatement.Parse(requests[i].Statement!); // required by the validator
            var returnsItem = requests[i].ReturnValuesOnConditionCheckFailure == ReturnValuesOnConditionCheckFailure.AllOld;
            var bindError = StatementWriteBinder.TryBind(context, statement, requests[i].Parameters, returnsItem, out var write);
            if (StatementTables.FailsTransaction(bindError))
                return bindError;
            if (bindError is not null)
            {
                reasons.Add(i, bindError);
                continue;
            }

            statements[i] = write!; // TryBind gives one of the two
            if (!items.Add((write!.Write.Table.Name, write.Write.Table.GetKey(write.Write.Key.Span))))
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
        }

        if (reasons.ToError() is { } cancellation)
            return cancellation;
        operation = new TransactStatementWriteOperation(context, request, statements, request.ClientRequestToken is null ? null : PayloadHash.Compute(requests));
        return null;
    }

    public OperationResult<ExecuteTransactionResponse> Execute(WriteTransaction transaction)
    {
        if (_group.Begin(transaction, out var isStale) is { } error)
            return error;
        if (isStale)
            return OperationResult<ExecuteTransactionResponse>.Stale;

        var now = context.TimeProvider.GetUtcNow();
        if (request.ClientRequestToken is { } token && RequestTokens.TryFind(transaction, token, now, out var used))
        {
            return used.PayloadHash.SequenceEqual(payloadHash)
                ? Answer(_group.GetReplayCapacity(used.GetSizes(statements.Length), request.ReturnConsumedCapacity))
                : ServiceError.IdempotentParameterMismatch(TransactionTexts.TokenMismatch);
        }

        if (Decide(transaction) is { } decisionError)
            return decisionError;
        _group.Apply(transaction);
        if (request.ClientRequestToken is not null)
            RequestTokens.Add(transaction, request.ClientRequestToken, now, new RequestTokenEntry(payloadHash, _group.GetChargedSizes()));
        return Answer(_group.GetWriteCapacity(request.ReturnConsumedCapacity, isTransactional: true));
    }

    private ServiceError? Decide(WriteTransaction transaction)
    {
        var reasons = new CancellationReasons(statements.Length);
        long sizeBytes = 0;
        for (var i = 0; i < statements.Length; i++)
        {
            var write = statements[i].Write;
            if (write.Decide(transaction) is { } error)
            {
                if (error.Code == ServiceErrorCode.EmptyKeyValue)
                    return error;
                reasons.Add(i, statements[i].Explain(error));
            }

            sizeBytes += write.GetNewSizeBytes();
        }

        return reasons.ToError() ?? (sizeBytes > TransactionTexts.MaxSizeBytes ? ServiceError.Validation(TransactionTexts.TooLarge) : null);
    }

    /// <summary>One answer a statement; writes of a transaction return no items.</summary>
    private ExecuteTransactionResponse Answer(IReadOnlyList<ConsumedCapacity>? capacity)
        => new() { Responses = new Item?[statements.Length], ConsumedCapacity = capacity };
}

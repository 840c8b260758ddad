using EFCore.Dynamo.Engine.Operations.BatchExecuteStatement;
using EFCore.Dynamo.Engine.Operations.ExecuteStatement;
using EFCore.Dynamo.Engine.Operations.ExecuteTransaction;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <content>PartiQL. A statement's kind decides whether it goes the way of reads or of writes.</content>
public sealed partial class EmbeddedDynamoClient
{
    /// <inheritdoc />
    public ValueTask<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default)
        => StatementRouting.IsWrite(request?.Statement)
            ? WriteAsync<StatementWriteOperation, ExecuteStatementRequest, ExecuteStatementResponse>("ExecuteStatement", null, request, cancellationToken)
            : Read<SelectOperation, ExecuteStatementRequest, ExecuteStatementResponse>("ExecuteStatement", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<BatchExecuteStatementResponse> BatchExecuteStatementAsync(
        BatchExecuteStatementRequest request, CancellationToken cancellationToken = default)
        => request?.Statements?.Any(static statement => StatementRouting.IsWrite(statement?.Statement)) == true
            ? WriteAsync<BatchStatementWriteOperation, BatchExecuteStatementRequest, BatchExecuteStatementResponse>(
                "BatchExecuteStatement", null, request, cancellationToken)
            : Read<BatchSelectOperation, BatchExecuteStatementRequest, BatchExecuteStatementResponse>(
                "BatchExecuteStatement", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<ExecuteTransactionResponse> ExecuteTransactionAsync(ExecuteTransactionRequest request, CancellationToken cancellationToken = default)
        => request?.TransactStatements?.Any(static statement => StatementRouting.IsWrite(statement?.Statement)) == true
            ? WriteAsync<TransactStatementWriteOperation, ExecuteTransactionRequest, ExecuteTransactionResponse>(
                "ExecuteTransaction", null, request, cancellationToken)
            : Read<TransactSelectOperation, ExecuteTransactionRequest, ExecuteTransactionResponse>("ExecuteTransaction", null, request, cancellationToken);
}

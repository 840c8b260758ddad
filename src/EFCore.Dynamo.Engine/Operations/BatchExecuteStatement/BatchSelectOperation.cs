using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.BatchExecuteStatement;

/// <summary>BatchExecuteStatement of reads by primary key: one that fails is reported in its place, the others are answered.</summary>
internal readonly struct BatchSelectOperation : IReadOperation<BatchExecuteStatementRequest, BatchExecuteStatementResponse>
{
    public static OperationResult<BatchExecuteStatementResponse> Execute(EngineContext context, BatchExecuteStatementRequest request)
    {
        if (BatchExecuteStatementValidator.Validate(request, context.Dialects.ExecuteStatement) is { } error)
        {
            return error;
        }

        var statements = request.Statements!; // required by the validator
        var responses = new BatchStatementResponse[statements.Count];
        var meters = new CapacityMeters(CapacityKind.Plain);
        using (var transaction = context.Store.BeginRead())
        {
            for (var i = 0; i < responses.Length; i++)
            {
                responses[i] = BatchExecuteStatementValidator.ValidateStatement(
                    request.Findings, context.Dialects.ExecuteStatement, statements[i], i) is { } valueError
                    ? BatchStatements.Reject(valueError)
                    : Read(context, transaction, statements[i], meters);
            }
        }

        return new BatchExecuteStatementResponse { Responses = responses, ConsumedCapacity = meters.ToConsumedCapacity(request.ReturnConsumedCapacity) };
    }

    private static BatchStatementResponse Read(EngineContext context, TransactionView transaction, BatchStatementRequest request, CapacityMeters meters)
    {
        if (!StatementRouting.TryParse(request.Statement!, out var statement, out var parseError)) // required by the validator
        {
            return BatchStatements.Reject(parseError);
        }

        var tableName = statement.Root.Source.TableName;
        try
        {
            if (!PointRead.Bind(context, statement, request.Parameters, PartiQlTexts.BatchReadNeedsKey).TryGet(out var read, out var error))
            {
                return BatchStatements.Reject(error);
            }

            var item = read.Read(transaction, request.ConsistentRead, out var sizeBytes);
            meters.Get(read.Table, tableName).AddTable(CapacityUnits.Read(sizeBytes, PagePlan.GetMode(request.ConsistentRead)));
            return new BatchStatementResponse { TableName = tableName, Item = item };
        }
        catch (DynamoValidationException exception)
        {
            return BatchStatements.Reject(ServiceError.Validation(exception.Message));
        }
    }
}

using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ExecuteStatement;

/// <summary>ExecuteStatement of an INSERT, UPDATE or DELETE, bound to its table.</summary>
internal sealed class StatementWriteOperation(ExecuteStatementRequest request, StatementWrite statement, string requestedName)
    : IBoundWrite<StatementWriteOperation, ExecuteStatementRequest, ExecuteStatementResponse>
{
    public static Bound<StatementWriteOperation> Bind(EngineContext context, ExecuteStatementRequest request)
    {
        if (ExecuteStatementValidator.Validate(request, context.Dialects.ExecuteStatement) is { } error)
        {
            return error;
        }

        var statement = PartiQlStatement.Parse(request.Statement!); // required by the validator
        if (statement.Root is PartiQlNode.Exists)
        {
            return ServiceError.Validation(PartiQlTexts.ExistsOutsideTransaction);
        }

        var bound = StatementWriteBinder.Bind(context, statement, request.Parameters, request.ReturnValuesOnConditionCheckFailure);
        if (!bound.TryGet(out var write, out var bindError))
        {
            return bindError;
        }

        if (request.NextToken is not null)
        {
            return ServiceError.Validation(PartiQlTexts.InvalidToken);
        }

        return new StatementWriteOperation(request, write, statement.Root.Source.TableName);
    }

    public OperationResult<ExecuteStatementResponse> Execute(WriteTransaction transaction)
    {
        if (SingleWrite.Execute(statement.Write, transaction, out var isStale) is { } error)
        {
            return statement.Explain(error);
        }

        if (isStale)
        {
            return OperationResult<ExecuteStatementResponse>.Stale;
        }

        return new ExecuteStatementResponse
        {
            Items = statement.GetReturned(),
            ConsumedCapacity = SingleWrite.GetCapacity(statement.Write, requestedName, request.ReturnConsumedCapacity),
        };
    }
}

using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Operations.Query;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ExecuteStatement;

/// <summary>ExecuteStatement of a SELECT. Statements that are none at all end here too.</summary>
internal readonly struct SelectOperation : IReadOperation<ExecuteStatementRequest, ExecuteStatementResponse>
{
    public static OperationResult<ExecuteStatementResponse> Execute(EngineContext context, ExecuteStatementRequest request)
    {
        if (ExecuteStatementValidator.Validate(request, context.Dialects.ExecuteStatement) is { } error)
        {
            return error;
        }

        var statement = PartiQlStatement.Parse(request.Statement!); // required by the validator
        if (!SelectPlanner.Plan(context, statement, request.Parameters).TryGet(out var plan, out var planError))
        {
            return planError;
        }

        return Execute(context, request, plan);
    }

    private static OperationResult<ExecuteStatementResponse> Execute(EngineContext context, ExecuteStatementRequest request, SelectPlan plan)
    {
        if (plan.Index is { IsGlobal: true } && request.ConsistentRead)
        {
            return ServiceError.Validation(PartiQlTexts.ConsistentReadOnGlobalIndex);
        }

        if (ReadSelection.TryCreate(plan.Index, null, plan.Projection, out var selection) is { } selectError)
        {
            return selectError;
        }

        if (selection.ValidateFilter(plan.Index, plan.FilterAttributes) is { } filterError)
        {
            return filterError;
        }

        if (TryFindStart(request, plan, out var start) is { } tokenError)
        {
            return tokenError;
        }

        var page = new PagePlan
        {
            Table = plan.Table,
            RequestedName = plan.RequestedName,
            Index = plan.Index,
            Selection = selection,
            Filter = plan.Filter,
            Projection = plan.Projection,
            Limit = request.Limit,
            Mode = PagePlan.GetMode(request.ConsistentRead),
            ReturnConsumedCapacity = request.ReturnConsumedCapacity,
            Arena = null,
        };
        var response = SelectReader.Read(context, plan, page, start, out var end);
        return end is null ? response : response with { NextToken = NextTokenCodec.Encode(PayloadHash.Compute(request.Statement, request.Parameters), end) };
    }

    private static ServiceError? TryFindStart(ExecuteStatementRequest request, SelectPlan plan, out SelectPosition? start)
    {
        start = null;
        if (request.NextToken is null)
        {
            return null;
        }

        if (!NextTokenCodec.TryDecode(request.NextToken, PayloadHash.Compute(request.Statement, request.Parameters), out var position, out var isOfStatement))
        {
            return ServiceError.Validation(PartiQlTexts.InvalidToken);
        }

        if (!isOfStatement)
        {
            return ServiceError.Validation(PartiQlTexts.OtherToken);
        }

        if (!IsInside(plan, position))
        {
            return ServiceError.Validation(PartiQlTexts.InvalidToken);
        }

        start = position;
        return null;
    }

    /// <summary>The table may be another one of the same name by now, and a token may be forged.</summary>
    private static bool IsInside(SelectPlan plan, SelectPosition position)
    {
        if (position.Access < 0 || position.Access >= (plan.Accesses?.Count ?? 1))
        {
            return false;
        }

        if (position.LastKey is not { } key)
        {
            return plan.Accesses is not null;
        }

        return StartKeyRules.Validate(plan.Table, plan.Index, key.Span, StartKeyTexts.OfQuery) is null
            && (plan.Accesses is null || QueryOperation.ValidateBoundaries(plan.Key, plan.Accesses[position.Access], key.Span) is null);
    }
}

using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.TimeToLive;

/// <summary>DescribeTimeToLive: enabling until the items that were there are in the index by expiry.</summary>
internal readonly struct DescribeTimeToLiveOperation : IReadOperation<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>
{
    public static OperationResult<DescribeTimeToLiveResponse> Execute(EngineContext context, DescribeTimeToLiveRequest request)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
        {
            return error;
        }

        if (context.FindDefinition(request.TableName!) is not { } table) // not null since Validate
        {
            return context.DefinitionNotFound(request.TableName!, "DescribeTimeToLive");
        }

        if (table.GetStatus(context.SteadyTime.GetUtcNow()) is (TableStatus.Creating or TableStatus.Deleting) and var tableStatus)
        {
            return ServiceError.Validation(TimeToLiveTexts.CannotDescribe(tableStatus));
        }

        if (table.Document.TimeToLive is not { } timeToLive)
        {
            return new DescribeTimeToLiveResponse(new TimeToLiveDescription(TimeToLiveStatus.Disabled));
        }

        using var transaction = context.Store.BeginRead();
        var status = BuildExpiryStep.IsBuilding(transaction, table) ? TimeToLiveStatus.Enabling : TimeToLiveStatus.Enabled;
        return new DescribeTimeToLiveResponse(new TimeToLiveDescription(status, timeToLive.AttributeName));
    }
}

using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.Tables;

/// <summary>DeleteTable: marks the table, and lets <see cref="TableRemoval" /> take it out of the catalog when the delay is over.</summary>
internal sealed class DeleteTableOperation(EngineContext context) : ITableChange<DeleteTableResponse>
{
    private StreamDocument? _streamBefore;

    public static async ValueTask<OperationResult<DeleteTableResponse>> ExecuteAsync(
        EngineContext context, DeleteTableRequest request, CancellationToken cancellationToken)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
        {
            return error;
        }

        if (context.FindDefinition(request.TableName!) is not { } table) // not null since Validate
        {
            return context.DefinitionNotFound(request.TableName!, "DeleteTable");
        }

        var result = await TableChange.ApplyAsync(context, table.Name, new DeleteTableOperation(context), cancellationToken).ConfigureAwait(false);

        if (result.Response is not null)
        {
            await TableWork.BeginAsync(context, table.Name).ConfigureAwait(false);
        }

        return result;
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        var statuses = context.BeginStatuses();
        if (TableStatusRules.ValidateChangeable(table, statuses.Since) is { } statusError)
        {
            return statusError;
        }

        if (Array.Find(table.Indexes, static index => index.IsBuilding) is { } index)
        {
            return ServiceError.ResourceInUse(ResourceTexts.IndexIsBeing("created", table.Name, index.Name));
        }

        if (table.Document.DeletionProtectionEnabled)
        {
            return ServiceError.Validation(ResourceTexts.DeletionProtected);
        }

        _streamBefore = table.Document.Stream;
        changed = table.Document with
        {
            Stream = StreamSwitch.Disable(context, table.Document.Stream),
            Pending = statuses.Of(TableStatus.Deleting),
        };
        return null;
    }

    public DeleteTableResponse Complete(TableSchema table, WriteTransaction transaction)
    {
        StreamSwitch.Apply(transaction, _streamBefore, table.Document.Stream);
        return new DeleteTableResponse(TableDescriber.DescribeDeleted(context, table, transaction));
    }
}

using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.TimeToLive;

/// <summary>
///     UpdateTimeToLive: switches the index by expiry on or off. Writes keep it from then on; <see cref="ExpiryWorker" /> adds the items that are there, and
///     deletes what expires.
/// </summary>
internal sealed class UpdateTimeToLiveOperation(EngineContext context, TimeToLiveSpecification specification) : ITableChange<UpdateTimeToLiveResponse>
{
    /// <summary>How often the service lets a table's time to live be changed.</summary>
    private static readonly TimeSpan ChangeInterval = TimeSpan.FromHours(1);

    private TableIds? _ids;
    private TimeToLiveDocument? _removed;

    public static async ValueTask<OperationResult<UpdateTimeToLiveResponse>> ExecuteAsync(
        EngineContext context, UpdateTimeToLiveRequest request, CancellationToken cancellationToken)
    {
        if (UpdateTimeToLiveValidator.Validate(request) is { } error)
        {
            return error;
        }

        if (context.FindDefinition(request.TableName!) is null) // required by the validator
        {
            return context.DefinitionNotFound(request.TableName!, "UpdateTimeToLive");
        }

        var operation = new UpdateTimeToLiveOperation(context, request.TimeToLiveSpecification!); // required by the validator, as is the name
        return await TableChange.ApplyAsync(context, request.TableName!, operation, cancellationToken).ConfigureAwait(false);
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        var now = context.TimeProvider.GetUtcNow();
        var current = table.Document.TimeToLive;
        if (table.GetStatus(context.SteadyTime.GetUtcNow()) == TableStatus.Creating)
        {
            return ServiceError.ResourceInUse(TimeToLiveTexts.TableIsBeingCreated(table.Name));
        }

        if (Validate(table.Document, now) is { } error)
        {
            return error;
        }

        _removed = current;
        _ids = TableIds.Read(transaction);
        changed = table.Document with
        {
            TimeToLive = current is null ? new TimeToLiveDocument(_ids.Next(), specification.AttributeName!) : null, // required by the validator
            TimeToLiveChangedAt = now,
        };
        return null;
    }

    public UpdateTimeToLiveResponse Complete(TableSchema table, WriteTransaction transaction)
    {
        if (ExpiryIndex.Of(table) is { } expiry)
        {
            _ids!.Write(transaction); // read by Decide
            BuildExpiryStep.Begin(transaction, table);

            // The first step at once: a small table has its whole index when the caller has the answer.
            new BuildExpiryStep(table, expiry).Build(transaction);
        }
        else
        {
            Span<byte> key = stackalloc byte[CatalogKeys.MaxBytes];
            transaction.Delete(CatalogKeys.WriteExpiryBuild(key, table.Id));
            RemoveExpiryStep.Begin(transaction, _removed!.IndexId); // was switched off, so it was on
        }

        return new UpdateTimeToLiveResponse(specification);
    }

    private ServiceError? Validate(TableDocument document, DateTimeOffset now)
    {
        var isEnabled = specification.Enabled is true;
        if (document.TimeToLive is { } current && !string.Equals(current.AttributeName, specification.AttributeName, StringComparison.Ordinal))
        {
            return ServiceError.Validation(TimeToLiveTexts.OtherAttribute(current.AttributeName));
        }

        if (isEnabled == document.TimeToLive is not null)
        {
            return ServiceError.Validation(isEnabled ? TimeToLiveTexts.AlreadyEnabled : TimeToLiveTexts.AlreadyDisabled);
        }

        return context.Expiry.LimitsChanges && document.TimeToLiveChangedAt is { } last && now - last < ChangeInterval
            ? ServiceError.Validation(TimeToLiveTexts.ChangedTooOften)
            : null;
    }
}

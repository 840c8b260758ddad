using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.UpdateTable;

/// <summary>UpdateTable: a new definition at once; what takes longer, such as filling an index, is <see cref="TableWork" />.</summary>
internal sealed class UpdateTableOperation(EngineContext context, UpdateTableRequest request) : ITableChange<UpdateTableResponse>
{
    private const int FreeEncryptionChanges = 4;

    private static readonly TimeSpan EncryptionWindow = TimeSpan.FromDays(1);
    private static readonly TimeSpan EncryptionInterval = TimeSpan.FromSeconds(21_600);

    private TableDocument? _pending;
    private TableIds? _ids;
    private StreamDocument? _streamBefore;

    public static async ValueTask<OperationResult<UpdateTableResponse>> ExecuteAsync(
        EngineContext context, UpdateTableRequest request, CancellationToken cancellationToken)
    {
        if (UpdateTableValidator.Validate(request) is { } error)
        {
            return error;
        }

        if (context.FindDefinition(request.TableName!) is not { } table) // not null since Validate
        {
            return context.DefinitionNotFound(request.TableName!, "UpdateTable");
        }

        var result = await TableChange.ApplyAsync(context, table.Name, new UpdateTableOperation(context, request), cancellationToken).ConfigureAwait(false);

        // A small index is filled or emptied before the answer; a large one goes on in the background, whatever becomes of the caller.
        if (result.Response is not null && request.GlobalSecondaryIndexUpdates is { Count: > 0 })
        {
            await TableWork.BeginAsync(context, table.Name).ConfigureAwait(false);
        }

        return result;
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        _ids = null;
        var now = context.TimeProvider.GetUtcNow();
        var statuses = context.BeginStatuses();
        if (TableStatusRules.ValidateChangeable(table, statuses.Since) is { } statusError)
        {
            return statusError;
        }

        var document = table.Document.Settle(statuses.Since);
        if (BillingChange.TryApply(request, now, ref document) is { } billingError)
        {
            return billingError;
        }

        var ids = TableIds.Read(transaction);
        var indexes = new IndexUpdates(request, table, ids, now, statuses);
        if (indexes.TryApply(ref document) is { } indexError)
        {
            return indexError;
        }

        if (TryApplySettings(ref document, now) is { } settingsError)
        {
            return settingsError;
        }

        if (TryApplyStream(transaction, ref document) is { } streamError)
        {
            return streamError;
        }

        if (indexes.HasCreated)
        {
            _ids = ids;
        }

        _pending = document with { Pending = statuses.Of(TableStatus.Updating) };
        changed = ToStored(_pending).Settle(statuses.Since);
        return null;
    }

    public UpdateTableResponse Complete(TableSchema table, WriteTransaction transaction)
    {
        _ids?.Write(transaction);
        StreamSwitch.Apply(transaction, _streamBefore, table.Document.Stream);
        var description = TableDescriber.DescribeChanged(context, _pending! with { Version = table.Version }, transaction); // set by Decide
        return new UpdateTableResponse(
            request.WarmThroughput is null
                ? description
                : description with { WarmThroughput = description.WarmThroughput! with { Status = TableStatus.Updating } }); // every description has it
    }

    /// <summary>A maximum that is taken away is in the answer as −1, and not there any more.</summary>
    private static TableDocument ToStored(TableDocument document) => document with
    {
        OnDemandThroughput = OnDemandThroughputRules.ToStored(document.OnDemandThroughput),
        Indexes = [.. document.Indexes.Select(static index => index with { OnDemandThroughput = OnDemandThroughputRules.ToStored(index.OnDemandThroughput) })],
    };

    private ServiceError? TryApplyStream(WriteTransaction transaction, ref TableDocument document)
    {
        _streamBefore = document.Stream;
        if (request.StreamSpecification is not { } specification)
        {
            return null;
        }

        if (StreamSwitch.TryChange(context, transaction, document, specification, out var stream) is { } error)
        {
            return error;
        }

        document = document with { Stream = stream };
        return null;
    }

    private ServiceError? TryApplySettings(ref TableDocument document, DateTimeOffset now)
    {
        if (OnDemandThroughputRules.Validate(request.OnDemandThroughput, document.BillingMode, "table", isUpdate: true) is { } onDemandError)
        {
            return onDemandError;
        }

        if (WarmThroughputRules.Validate(request.WarmThroughput, document.WarmThroughput, document.Throughput, "table") is { } warmError)
        {
            return warmError;
        }

        if (request.SseSpecification is not null && TryApplyEncryption(ref document, now) is { } encryptionError)
        {
            return encryptionError;
        }

        document = document with
        {
            OnDemandThroughput = OnDemandThroughputRules.Merge(document.OnDemandThroughput, request.OnDemandThroughput),
            WarmThroughput = WarmThroughputRules.Merge(document.WarmThroughput, request.WarmThroughput),
            TableClass = request.TableClass is { } tableClass ? new TableClassSummary(tableClass, now) : document.TableClass,
            DeletionProtectionEnabled = request.DeletionProtectionEnabled ?? document.DeletionProtectionEnabled,
        };
        return null;
    }

    private ServiceError? TryApplyEncryption(ref TableDocument document, DateTimeOffset now)
    {
        var encryption = EncryptionRules.ToDescription(request.SseSpecification, context.Names);
        if (Equals(encryption?.KmsMasterKeyArn, document.Encryption?.KmsMasterKeyArn))
        {
            return ServiceError.Validation(encryption is null ? UpdateTableTexts.AlreadyEncryptedByDefault : UpdateTableTexts.AlreadyEncryptedByKey);
        }

        var changes = (document.EncryptionChanges ?? []).Where(time => time > now - EncryptionWindow).ToList();
        if (changes.Count >= FreeEncryptionChanges && changes[^1] + EncryptionInterval > now)
        {
            return ServiceError.LimitExceeded(UpdateTableTexts.TooManyEncryptionChanges(now, changes.Count));
        }

        document = document with
        {
            EncryptionChanges = [.. changes, now],
            Encryption = (encryption ?? document.Encryption!) with
            {
                Status = encryption is null ? SseStatus.Disabling : SseStatus.Updating,
            }, // one of them is there, or they were equal
        };
        return null;
    }
}

using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>Enables and disables a table's stream: what CreateTable, UpdateTable and DeleteTable do about it.</summary>
internal static class StreamSwitch
{
    /// <summary>What is checked of a specification without its table.</summary>
    /// <param name="specification">The request's.</param>
    /// <param name="isCreation">CreateTable has another word for a view of a stream that is not to be.</param>
    public static ServiceError? Validate(StreamSpecification? specification, bool isCreation) => specification switch
    {
        { StreamEnabled: true, StreamViewType: null } => ServiceError.Validation(StreamTexts.EnabledWithoutViewType),
        { StreamEnabled: false, StreamViewType: not null }
            => ServiceError.Validation(isCreation ? StreamTexts.CreatedDisabledWithViewType : StreamTexts.DisabledWithViewType),
        _ => null,
    };

    /// <summary>The stream of a table that is being created, or null.</summary>
    public static StreamDocument? Create(EngineContext context, TransactionView transaction, TableDocument table, StreamSpecification? specification)
        => specification is { StreamEnabled: true, StreamViewType: { } viewType } ? Enable(context, transaction, table, viewType) : null;

    /// <summary>The stream of a table after UpdateTable; writes nothing.</summary>
    public static ServiceError? TryChange(
        EngineContext context, TransactionView transaction, TableDocument table, StreamSpecification specification, out StreamDocument? stream)
    {
        stream = table.Stream;
        var isEnabled = stream is { DisabledDateTime: null };
        if (specification.StreamEnabled)
        {
            if (isEnabled)
            {
                return ServiceError.Validation(StreamTexts.AlreadyEnabled(table.Name));
            }

            stream = Create(context, transaction, table, specification);
            return null;
        }

        if (!isEnabled)
        {
            return ServiceError.Validation(StreamTexts.NothingToDisable(table.Name));
        }

        stream = Disable(context, stream);
        return null;
    }

    /// <summary>The same stream at its end.</summary>
    public static StreamDocument? Disable(EngineContext context, StreamDocument? stream)
        => stream is { DisabledDateTime: null }
            ? stream with { DisabledDateTime = context.TimeProvider.GetUtcNow(), Pending = context.BeginStatuses().Of(StreamStatus.Disabling) }
            : stream;

    /// <summary>Writes what the change from one to the other means for the stored streams.</summary>
    public static void Apply(WriteTransaction transaction, StreamDocument? before, StreamDocument? after)
    {
        if (after is null || after == before)
        {
            return;
        }

        if (after.DisabledDateTime is null)
        {
            StreamDirectory.Add(transaction, after);
        }
        else
        {
            StreamDirectory.Disable(transaction, after);
        }
    }

    private static StreamDocument Enable(EngineContext context, TransactionView transaction, TableDocument table, StreamViewType viewType)
    {
        var now = context.TimeProvider.GetUtcNow();
        var labelTime = now;
        while (StreamDirectory.Contains(transaction, table.Name, StreamLabel.Format(labelTime)))
        {
            labelTime = labelTime.AddMilliseconds(1);
        }

        return new StreamDocument(
            StreamDirectory.GetNextId(transaction),
            table.Name,
            table.TableId,
            StreamLabel.Format(labelTime),
            now,
            viewType,
            table.KeySchema,
            context.StreamOptions.ShardCount,
            context.StreamOptions.ShardLifetime)
        {
            Pending = context.BeginStatuses().Of(StreamStatus.Enabling),
        };
    }
}

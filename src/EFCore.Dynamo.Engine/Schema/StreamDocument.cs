using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A stream as it is stored, in JSON: under its own key, and inside its table's definition as long as it is the table's last one.</summary>
/// <param name="Id">Unique in the data file, never reused: the prefix of the stream's shards and records.</param>
/// <param name="TableName">The table, which may be gone.</param>
/// <param name="TableId">The service's <c>TableId</c>: makes event ids unique beyond this data file.</param>
/// <param name="Label">When it was enabled, in the form of <see cref="StreamLabel" />; unique for the table's name.</param>
/// <param name="CreationRequestDateTime">When it was enabled.</param>
/// <param name="ViewType">Which images its records hold.</param>
/// <param name="KeySchema">The table's primary key.</param>
/// <param name="ShardCount">How many shards are open at a time, each for an equal range of partition key hashes.</param>
/// <param name="ShardLifetime">How long a shard takes records before its child does.</param>
/// <param name="DisabledDateTime">When it was disabled, or its table deleted; null while it is enabled.</param>
internal sealed record StreamDocument(
    uint Id,
    string TableName,
    Guid TableId,
    string Label,
    DateTimeOffset CreationRequestDateTime,
    StreamViewType ViewType,
    IReadOnlyList<KeySchemaElement> KeySchema,
    int ShardCount,
    TimeSpan ShardLifetime,
    DateTimeOffset? DisabledDateTime = null)
{
    /// <summary>The status that its last change began with; null is enabled or disabled. Only with a delay of the control plane.</summary>
    public PendingStatus<StreamStatus>? Pending { get; init; }

    /// <summary>The status at that moment.</summary>
    public StreamStatus GetStatus(DateTimeOffset now)
        => Pending is { } pending && !pending.IsOver(now) ? pending.Status : DisabledDateTime is null ? StreamStatus.Enabled : StreamStatus.Disabled;
}

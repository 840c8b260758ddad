using System.Text.Json.Serialization;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A table as the catalog stores it: JSON, so that a later version can add members.</summary>
/// <remarks>Changed only through <see cref="TableChange" />, which counts <paramref name="Version" /> up.</remarks>
/// <param name="Id">Unique in the data file, never reused: the prefix of the table's items.</param>
/// <param name="Version">Grows with each change of the table; writes compare it inside their transaction.</param>
/// <param name="Name">The table's name.</param>
/// <param name="TableId">The service's <c>TableId</c>.</param>
/// <param name="CreationDateTime">When CreateTable was called.</param>
/// <param name="AttributeDefinitions">Types of all key attributes.</param>
/// <param name="KeySchema">The primary key.</param>
/// <param name="Indexes">Local secondary indexes first; also those that are still being filled, without those that are being removed.</param>
/// <param name="BillingMode">How capacity is paid for.</param>
/// <param name="Throughput">Null with on-demand billing.</param>
internal sealed record TableDocument(
    uint Id,
    int Version,
    string Name,
    Guid TableId,
    DateTimeOffset CreationDateTime,
    IReadOnlyList<AttributeDefinition> AttributeDefinitions,
    IReadOnlyList<KeySchemaElement> KeySchema,
    IReadOnlyList<IndexDocument> Indexes,
    BillingMode BillingMode,
    ProvisionedThroughput? Throughput)
{
    /// <summary>Global secondary indexes whose entries are still being removed.</summary>
    public IReadOnlyList<IndexDocument>? RemovedIndexes { get; init; }

    /// <summary>When billing last became on-demand; null where it never was.</summary>
    public DateTimeOffset? LastOnDemandDateTime { get; init; }

    /// <summary>When billing became on-demand by UpdateTable, within the last day of the last time; the service limits them.</summary>
    public IReadOnlyList<DateTimeOffset>? OnDemandSwitches { get; init; }

    /// <summary>Null where the provisioned throughput never changed.</summary>
    public ThroughputHistory? ThroughputHistory { get; init; }

    /// <summary>What is shown as long as <see cref="Pending" /> lasts, if that is not what there will be.</summary>
    public FormerThroughput? FormerThroughput { get; init; }

    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What was asked for; null means the service's start.</summary>
    public WarmThroughput? WarmThroughput { get; init; }

    /// <summary>The last stream, enabled or not; null where there never was one.</summary>
    public StreamDocument? Stream { get; init; }

    /// <summary>The stream that writes are recorded in; null where there is none that is enabled.</summary>
    [JsonIgnore]
    public StreamDocument? EnabledStream => Stream is { DisabledDateTime: null } stream ? stream : null;

    /// <summary>Null means the service's own key.</summary>
    public SseDescription? Encryption { get; init; }

    /// <summary>When UpdateTable changed the encryption, within the last day of the last time; the service limits them.</summary>
    public IReadOnlyList<DateTimeOffset>? EncryptionChanges { get; init; }

    /// <summary>Null where the class was never set.</summary>
    public TableClassSummary? TableClass { get; init; }

    public bool DeletionProtectionEnabled { get; init; }

    /// <summary>Null where there are none.</summary>
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>Null where there is none.</summary>
    public ResourcePolicyDocument? ResourcePolicy { get; init; }

    /// <summary>By stream label, tags and policies of the table's streams; null where there are none.</summary>
    public IReadOnlyDictionary<string, StreamResourceDocument>? StreamResources { get; init; }

    /// <summary>Null while time to live is off.</summary>
    public TimeToLiveDocument? TimeToLive { get; init; }

    /// <summary>When time to live was last switched on or off; null where it never was.</summary>
    public DateTimeOffset? TimeToLiveChangedAt { get; init; }

    /// <summary>A status other than active, and until when; null is active. Only with a delay of the control plane.</summary>
    public PendingStatus<TableStatus>? Pending { get; init; }

    /// <summary>Without the statuses whose time is over; a deletion is left to be carried out, an index that is being built to be finished.</summary>
    public TableDocument Settle(DateTimeOffset now) => this with
    {
        FormerThroughput = Pending is { } done && done.IsOver(now) ? null : FormerThroughput,
        Pending = Pending is { Status: not TableStatus.Deleting } pending && pending.IsOver(now) ? null : Pending,
        Encryption = Pending is { } change && change.IsOver(now) ? Settle(Encryption) : Encryption,
        Indexes = [.. Indexes.Select(
            index => index.Pending is { } ended && ended.IsOver(now) ? index with { Pending = null, FormerThroughput = null } : index)],
    };

    /// <summary>As the operation that changed it shows it: with every status that the change begins with, however short it is.</summary>
    public TableDocument HoldStatuses() => this with
    {
        Pending = Pending?.Hold(),
        Indexes = [.. Indexes.Select(static index => index with { Pending = index.Pending?.Hold() })],
        RemovedIndexes = RemovedIndexes?.Select(static index => index with { Pending = index.Pending?.Hold() }).ToList(),
    };

    /// <summary>With the throughput from before the change that is pending.</summary>
    public TableDocument AsShown(DateTimeOffset now)
        => FormerThroughput is { } former && Pending?.IsOver(now) == false
            ? this with { Throughput = former.Throughput, ThroughputHistory = former.History }
            : this;

    private static SseDescription? Settle(SseDescription? encryption) => encryption?.Status switch
    {
        SseStatus.Updating => encryption with { Status = SseStatus.Enabled },
        SseStatus.Disabling => null,
        _ => encryption,
    };

    /// <summary>The definitions of the attributes that are part of a key, in their order.</summary>
    public static IReadOnlyList<AttributeDefinition> GetUsedDefinitions(
        IEnumerable<AttributeDefinition> definitions, IReadOnlyList<KeySchemaElement> keySchema, IEnumerable<IndexDocument> indexes)
    {
        var used = keySchema.Concat(indexes.SelectMany(static index => index.KeySchema)).Select(
            static element => element.AttributeName).ToHashSet(StringComparer.Ordinal);
        return [.. definitions.Where(definition => used.Contains(definition.AttributeName))];
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>The provider's log events, for <c>ConfigureWarnings</c> and log filters.</summary>
public static class DynamoEventId
{
    private static readonly string CommandPrefix = DbLoggerCategory.Database.Command.Name + ".";

    /// <summary>A query sends a request. Debug; the payload has the access plan.</summary>
    public static readonly EventId ExecutingRequest = new(CoreEventId.ProviderBaseId + 100, CommandPrefix + nameof(ExecutingRequest));

    /// <summary>A query scans a table or index because <c>ScanBehavior</c> is <c>Warn</c>. Warning.</summary>
    public static readonly EventId ScanExecuting = new(CoreEventId.ProviderBaseId + 101, CommandPrefix + nameof(ScanExecuting));

    /// <summary>A synchronous call blocks its thread for an answer over the network. Warning, once a service provider.</summary>
    public static readonly EventId SyncOverAsync = new(CoreEventId.ProviderBaseId + 102, CommandPrefix + nameof(SyncOverAsync));

    /// <summary>A request was answered. Information; the payload is a <see cref="RequestExecutedEventData" />.</summary>
    public static readonly EventId RequestExecuted = new(CoreEventId.ProviderBaseId + 103, CommandPrefix + nameof(RequestExecuted));

    /// <summary>
    ///     EF's key of an entity type does not give the key of its item, and no index has it: <c>Find</c> will not work. Warning, when the model is built.
    /// </summary>
    public static readonly EventId PrimaryKeyNotIndexed
        = new(CoreEventId.ProviderBaseId + 600, DbLoggerCategory.Model.Validation.Name + "." + nameof(PrimaryKeyNotIndexed));

    /// <summary>The model has configuration of another provider that DynamoDB cannot do: it is ignored. Warning, when the model is built.</summary>
    public static readonly EventId ConfigurationIgnored
        = new(CoreEventId.ProviderBaseId + 601, DbLoggerCategory.Model.Validation.Name + "." + nameof(ConfigurationIgnored));
}

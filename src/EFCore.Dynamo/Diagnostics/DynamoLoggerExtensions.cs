using System.Globalization;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Planning;
using EFCore.Dynamo.Query.Planning.BulkWrites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>Logs the provider's events.</summary>
internal static class DynamoLoggerExtensions
{
    /// <summary>A query sends a request.</summary>
    public static void ExecutingRequest(
        this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics, AccessPlan plan, IReadOnlyDictionary<string, object?> parameters)
        => Executing(diagnostics, plan, plan, parameters, static (printed, values) => values is null ? printed.ToString() : printed.ToString(values));

    /// <summary>An ExecuteUpdate or ExecuteDelete begins.</summary>
    public static void ExecutingBulkWrite(
        this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics, BulkWritePlan plan, IReadOnlyDictionary<string, object?> parameters)
        => Executing(diagnostics, plan.Read, plan, parameters, static (printed, values) => values is null ? printed.ToString() : printed.ToString(values));

    private static void Executing<TPlan>(
        IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics,
        AccessPlan plan,
        TPlan printed,
        IReadOnlyDictionary<string, object?> parameters,
        Func<TPlan, IReadOnlyDictionary<string, object?>?, string> print)
    {
        var definition = (EventDefinition<string>)Create(
            diagnostics,
            static definitions => ref definitions.LogExecutedRequest,
            static options => new EventDefinition<string>(
                options,
                DynamoEventId.ExecutingRequest,
                LogLevel.Debug,
                nameof(DynamoEventId) + "." + nameof(DynamoEventId.ExecutingRequest),
                level => LoggerMessage.Define<string>(level, DynamoEventId.ExecutingRequest, "Executing {plan}")));
        var shouldLog = diagnostics.ShouldLog(definition);
        if (!diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled) && !shouldLog)
        {
            return;
        }

        var text = print(printed, diagnostics.ShouldLogSensitiveData() ? parameters : null);
        if (shouldLog)
        {
            definition.Log(diagnostics, text);
        }

        if (diagnosticSourceEnabled || simpleLogEnabled)
        {
            var payload = new AccessPlanEventData(
                definition,
                static (d, p) => ((EventDefinition<string>)d).GenerateMessage(((AccessPlanEventData)p).Text),
                plan,
                text);
            diagnostics.DispatchEventData(definition, payload, diagnosticSourceEnabled, simpleLogEnabled);
        }
    }

    /// <summary>A query scans a table because the context allows it with a warning.</summary>
    public static void ScanExecuting(this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics, string warning)
    {
        var definition = (EventDefinition<string>)Create(
            diagnostics,
            static definitions => ref definitions.LogScanAllowed,
            static options => new EventDefinition<string>(
                options,
                DynamoEventId.ScanExecuting,
                LogLevel.Warning,
                nameof(DynamoEventId) + "." + nameof(DynamoEventId.ScanExecuting),
                level => LoggerMessage.Define<string>(level, DynamoEventId.ScanExecuting, "{warning}")));
        if (diagnostics.ShouldLog(definition))
        {
            definition.Log(diagnostics, warning);
        }

        if (diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            var payload = new EventData(definition, (d, _) => ((EventDefinition<string>)d).GenerateMessage(warning));
            diagnostics.DispatchEventData(definition, payload, diagnosticSourceEnabled, simpleLogEnabled);
        }
    }

    /// <summary>A synchronous call waits for the network; said once.</summary>
    public static void SyncOverAsync(this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics)
    {
        if (((DynamoLoggingDefinitions)diagnostics.Definitions).LogSyncOverAsync is not null)
        {
            return;
        }

        var definition = (EventDefinition)Create(
            diagnostics,
            static definitions => ref definitions.LogSyncOverAsync,
            static options => new EventDefinition(
                options,
                DynamoEventId.SyncOverAsync,
                LogLevel.Warning,
                nameof(DynamoEventId) + "." + nameof(DynamoEventId.SyncOverAsync),
                level => LoggerMessage.Define(
                    level,
                    DynamoEventId.SyncOverAsync,
                    "A synchronous call blocked its thread for an answer of the service. Use the asynchronous methods (ToListAsync, SaveChangesAsync). This "
                        + "is logged once.")));
        if (diagnostics.ShouldLog(definition))
        {
            definition.Log(diagnostics);
        }

        if (diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            var payload = new EventData(definition, static (d, _) => ((EventDefinition)d).GenerateMessage());
            diagnostics.DispatchEventData(definition, payload, diagnosticSourceEnabled, simpleLogEnabled);
        }
    }

    /// <summary>Whether anybody listens to <see cref="RequestExecuted" />.</summary>
    public static bool ListensToRequests(this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics)
    {
        var definition = GetRequestExecuted(diagnostics);
        return diagnostics.ShouldLog(definition) || diagnostics.NeedsEventData(definition, out _, out _);
    }

    /// <summary>A request was answered.</summary>
    public static void RequestExecuted(
        this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics,
        RequestDescription request,
        int itemCount,
        double? capacityUnits,
        TimeSpan elapsed)
    {
        var definition = GetRequestExecuted(diagnostics);
        var text = request.ToString(diagnostics.ShouldLogSensitiveData());
        var milliseconds = elapsed.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture);
        var capacity = capacityUnits?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        if (diagnostics.ShouldLog(definition))
        {
            definition.Log(diagnostics, text, milliseconds, itemCount, capacity);
        }

        if (diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            var payload = new RequestExecutedEventData(
                definition,
                (d, _) => ((EventDefinition<string, string, int, string>)d).GenerateMessage(text, milliseconds, itemCount, capacity))
            {
                Operation = request.Operation,
                Target = request.Target,
                Text = text,
                ItemCount = itemCount,
                CapacityUnits = capacityUnits,
                Elapsed = elapsed,
            };
            diagnostics.DispatchEventData(definition, payload, diagnosticSourceEnabled, simpleLogEnabled);
        }
    }

    /// <summary>EF's key cannot be looked up.</summary>
    public static void PrimaryKeyNotIndexed(this IDiagnosticsLogger<DbLoggerCategory.Model.Validation> diagnostics, IReadOnlyEntityType entityType)
        => Warn(
            diagnostics,
            static definitions => ref definitions.LogPrimaryKeyNotIndexed,
            DynamoEventId.PrimaryKeyNotIndexed,
            nameof(DynamoEventId.PrimaryKeyNotIndexed),
            DynamoStrings.PrimaryKeyNotIndexed,
            entityType.DisplayName());

    /// <summary>The model says what DynamoDB cannot do.</summary>
    public static void ConfigurationIgnored(this IDiagnosticsLogger<DbLoggerCategory.Model.Validation> diagnostics, IEnumerable<string> calls)
        => Warn(
            diagnostics,
            static definitions => ref definitions.LogConfigurationIgnored,
            DynamoEventId.ConfigurationIgnored,
            nameof(DynamoEventId.ConfigurationIgnored),
            DynamoStrings.ConfigurationIgnored,
            string.Join("; ", calls));

    private static void Warn(
        IDiagnosticsLogger<DbLoggerCategory.Model.Validation> diagnostics,
        DefinitionField field,
        EventId eventId,
        string eventName,
        string format,
        string argument)
    {
        var definition = (EventDefinition<string>)Create(
            diagnostics,
            field,
            options => new EventDefinition<string>(
                options, eventId, LogLevel.Warning, nameof(DynamoEventId) + "." + eventName, level => LoggerMessage.Define<string>(level, eventId, format)));
        if (diagnostics.ShouldLog(definition))
        {
            definition.Log(diagnostics, argument);
        }

        if (diagnostics.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            var payload = new EventData(definition, (d, _) => ((EventDefinition<string>)d).GenerateMessage(argument));
            diagnostics.DispatchEventData(definition, payload, diagnosticSourceEnabled, simpleLogEnabled);
        }
    }

    private static EventDefinition<string, string, int, string> GetRequestExecuted(IDiagnosticsLogger diagnostics)
        => (EventDefinition<string, string, int, string>)Create(
            diagnostics,
            static definitions => ref definitions.LogRequestExecuted,
            static options => new EventDefinition<string, string, int, string>(
                options,
                DynamoEventId.RequestExecuted,
                LogLevel.Information,
                nameof(DynamoEventId) + "." + nameof(DynamoEventId.RequestExecuted),
                level => LoggerMessage.Define<string, string, int, string>(
                    level,
                    DynamoEventId.RequestExecuted,
                    "Executed {request} in {elapsed} ms: {itemCount} items, {capacity} capacity units")));

    private delegate ref EventDefinitionBase? DefinitionField(DynamoLoggingDefinitions definitions);

    private static EventDefinitionBase Create(IDiagnosticsLogger diagnostics, DefinitionField field, Func<ILoggingOptions, EventDefinitionBase> create)
    {
        ref var definition = ref field((DynamoLoggingDefinitions)diagnostics.Definitions);
        return definition ??= create(diagnostics.Options);
    }
}

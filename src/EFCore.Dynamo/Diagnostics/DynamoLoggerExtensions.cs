using EFCore.Dynamo.Query.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>Logs the provider's events.</summary>
internal static class DynamoLoggerExtensions
{
    /// <summary>A query sends a request.</summary>
    public static void ExecutingRequest(
        this IDiagnosticsLogger<DbLoggerCategory.Database.Command> diagnostics, AccessPlan plan, IReadOnlyDictionary<string, object?> parameters)
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

        var text = diagnostics.ShouldLogSensitiveData() ? plan.ToString(parameters) : plan.ToString();
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
                    "A synchronous call blocked its thread for an answer of the service. Use the asynchronous methods (ToListAsync, SaveChangesAsync). This is logged once.")));
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

    private delegate ref EventDefinitionBase? DefinitionField(DynamoLoggingDefinitions definitions);

    private static EventDefinitionBase Create(IDiagnosticsLogger diagnostics, DefinitionField field, Func<ILoggingOptions, EventDefinitionBase> create)
    {
        ref var definition = ref field((DynamoLoggingDefinitions)diagnostics.Definitions);
        return definition ??= create(diagnostics.Options);
    }
}

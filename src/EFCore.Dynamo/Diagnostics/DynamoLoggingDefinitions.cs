using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>The cached definitions of this provider's events, one field an event.</summary>
internal sealed class DynamoLoggingDefinitions : LoggingDefinitions
{
    public EventDefinitionBase? LogExecutedRequest;
    public EventDefinitionBase? LogScanAllowed;
    public EventDefinitionBase? LogSyncOverAsync;
    public EventDefinitionBase? LogRequestExecuted;
    public EventDefinitionBase? LogPrimaryKeyNotIndexed;
    public EventDefinitionBase? LogConfigurationIgnored;
}

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>The payload of <see cref="DynamoEventId.RequestExecuted" />.</summary>
public sealed class RequestExecutedEventData : EventData
{
    internal RequestExecutedEventData(EventDefinitionBase eventDefinition, Func<EventDefinitionBase, EventData, string> messageGenerator)
        : base(eventDefinition, messageGenerator)
    {
    }

    /// <summary>The operation, as the service spells it.</summary>
    public required string Operation { get; init; }

    /// <summary>The table, or <c>table/index</c>; several are separated by commas.</summary>
    public required string Target { get; init; }

    /// <summary>The request's text: its expressions, and with sensitive data its values.</summary>
    public required string Text { get; init; }

    /// <summary>How many items were read (before filters) or written.</summary>
    public required int ItemCount { get; init; }

    /// <summary>The capacity units that the request consumed; null where the service did not say.</summary>
    public required double? CapacityUnits { get; init; }

    /// <summary>From the request to its answer.</summary>
    public required TimeSpan Elapsed { get; init; }
}

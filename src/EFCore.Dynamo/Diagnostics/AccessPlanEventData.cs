using EFCore.Dynamo.Query.Planning;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>The payload of <see cref="DynamoEventId.ExecutingRequest" />.</summary>
public sealed class AccessPlanEventData : EventData
{
    /// <summary>Creates the payload.</summary>
    /// <param name="eventDefinition">The event.</param>
    /// <param name="messageGenerator">Makes its text.</param>
    /// <param name="plan">The plan that the request is part of.</param>
    /// <param name="text">The plan's text, with values where sensitive data may be logged.</param>
    public AccessPlanEventData(EventDefinitionBase eventDefinition, Func<EventDefinitionBase, EventData, string> messageGenerator, AccessPlan plan, string text)
        : base(eventDefinition, messageGenerator)
    {
        Plan = plan;
        Text = text;
    }

    /// <summary>The plan that the request is part of.</summary>
    public AccessPlan Plan { get; }

    /// <summary>The plan's text, with values where sensitive data may be logged.</summary>
    public string Text { get; }
}

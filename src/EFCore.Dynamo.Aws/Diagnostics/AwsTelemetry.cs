using System.Diagnostics;
using System.Diagnostics.Metrics;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Diagnostics;

/// <summary>Traces and metrics of calls to a DynamoDB over the network: activity source and meter <c>EFCore.Dynamo.Aws</c>.</summary>
internal static class AwsTelemetry
{
    /// <summary>Of all operations.</summary>
    public static readonly OperationTelemetry Operations = new("EFCore.Dynamo.Aws", "Duration of operations, their retries included.");

    private static readonly Counter<long> Retries = Operations.Meter.CreateCounter<long>(
        "dynamo.client.retries", "{retry}", "Requests that were sent again; error.type is the service's code, or Unprocessed for the rest of a batch.");

    /// <summary>Notes that the request of the current activity is sent again.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="cause">The service's code, or <c>Unprocessed</c>.</param>
    /// <param name="attempt">How often it was sent.</param>
    /// <param name="delay">The wait before the next time.</param>
    public static void AddRetry(string? operation, string cause, int attempt, TimeSpan delay)
    {
        Retries.Add(1, new("db.operation.name", operation), new("error.type", cause));
        Activity.Current?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection
        {
            { "error.type", cause },
            { "dynamo.retry.attempt", attempt },
            { "dynamo.retry.delay_ms", delay.TotalMilliseconds },
        }));
    }

    /// <summary>Counts what an operation consumed.</summary>
    public static void AddConsumedCapacity(ConsumedCapacity? consumed)
    {
        if (consumed is not null)
        {
            Operations.AddConsumedCapacity(consumed.TableName, consumed.CapacityUnits);
        }
    }

    /// <summary>Counts what an operation consumed of several tables.</summary>
    public static void AddConsumedCapacity(IReadOnlyList<ConsumedCapacity>? consumed)
    {
        for (var i = 0; i < consumed?.Count; i++)
        {
            AddConsumedCapacity(consumed[i]);
        }
    }
}

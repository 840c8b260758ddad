using System.Diagnostics;
using System.Diagnostics.Metrics;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Diagnostics;

/// <summary>Traces and metrics of calls to a DynamoDB over the network, with OpenTelemetry's names for databases. Costs two field reads a call while nobody listens.</summary>
internal static class AwsTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "EFCore.Dynamo.Aws";

    private const string SystemName = "aws.dynamodb";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("db.client.operation.duration", "s", "Duration of operations, their retries included.");

    private static readonly Counter<double> ConsumedCapacity =
        Meter.CreateCounter<double>("dynamo.consumed_capacity", "{unit}", "Capacity units, of operations that asked for ReturnConsumedCapacity.");

    private static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("dynamo.client.retries", "{retry}", "Requests that were sent again; error.type is the service's code, or Unprocessed for the rest of a batch.");

    /// <summary>Begins an operation; dispose the scope when it is done.</summary>
    public static CallScope Begin(string operation, string? tableName)
    {
        if (!Source.HasListeners() && !Duration.Enabled)
        {
            return default;
        }

        var activity = Source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("db.system.name", SystemName);
        activity?.SetTag("db.operation.name", operation);
        if (tableName is not null)
        {
            activity?.SetTag("db.collection.name", tableName);
        }

        return new CallScope(operation, tableName, activity, Stopwatch.GetTimestamp());
    }

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
        if (consumed is not null && ConsumedCapacity.Enabled)
        {
            ConsumedCapacity.Add(consumed.CapacityUnits, new KeyValuePair<string, object?>("db.collection.name", consumed.TableName));
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

    internal static void RecordDuration(string operation, string? tableName, long startTimestamp, string? errorCode)
    {
        var tags = new TagList
        {
            { "db.system.name", SystemName },
            { "db.operation.name", operation },
            { "db.collection.name", tableName },
        };
        if (errorCode is not null)
        {
            tags.Add("error.type", errorCode);
        }

        Duration.Record(Stopwatch.GetElapsedTime(startTimestamp).TotalSeconds, tags);
    }
}

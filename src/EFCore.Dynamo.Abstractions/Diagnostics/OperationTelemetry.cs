using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>
///     Traces and metrics of one back end's operations, with OpenTelemetry's names for databases. Costs two field reads an operation while nobody listens.
/// </summary>
internal sealed class OperationTelemetry
{
    private const string SystemName = "aws.dynamodb";

    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _consumedCapacity;

    /// <param name="sourceName">Name of the activity source and of the meter.</param>
    /// <param name="durationDescription">What the durations are of.</param>
    public OperationTelemetry(string sourceName, string durationDescription)
    {
        _source = new ActivitySource(sourceName);
        Meter = new Meter(sourceName);
        _duration = Meter.CreateHistogram<double>("db.client.operation.duration", "s", durationDescription);
        _consumedCapacity = Meter.CreateCounter<double>(
            "dynamo.consumed_capacity", "{unit}", "Capacity units, of operations that asked for ReturnConsumedCapacity.");
    }

    /// <summary>For what the back end measures besides.</summary>
    public Meter Meter { get; }

    /// <summary>Begins an operation; dispose the scope when it is done.</summary>
    /// <returns>Null while nobody listens.</returns>
    public OperationScope? Begin(string operation, string? tableName)
    {
        if (!_source.HasListeners() && !_duration.Enabled)
        {
            return null;
        }

        var activity = _source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("db.system.name", SystemName);
        activity?.SetTag("db.operation.name", operation);
        if (tableName is not null)
        {
            activity?.SetTag("db.collection.name", tableName);
        }

        return new OperationScope(this, operation, tableName, activity);
    }

    /// <summary>Counts what an operation consumed of a table.</summary>
    public void AddConsumedCapacity(string? tableName, double units)
    {
        if (_consumedCapacity.Enabled)
        {
            _consumedCapacity.Add(units, new KeyValuePair<string, object?>("db.collection.name", tableName));
        }
    }

    /// <param name="operation">The operation.</param>
    /// <param name="tableName">Its table, or null.</param>
    /// <param name="startTimestamp">When it began.</param>
    /// <param name="errorType">What it failed with, or null.</param>
    public void RecordDuration(string operation, string? tableName, long startTimestamp, string? errorType)
    {
        var tags = new TagList
        {
            { "db.system.name", SystemName },
            { "db.operation.name", operation },
            { "db.collection.name", tableName },
        };
        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
        }

        _duration.Record(Stopwatch.GetElapsedTime(startTimestamp).TotalSeconds, tags);
    }
}

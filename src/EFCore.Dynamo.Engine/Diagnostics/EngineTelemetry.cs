using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EFCore.Dynamo.Engine.Diagnostics;

/// <summary>Traces and metrics of the engine, with OpenTelemetry's names for databases. Costs two field reads an operation while nobody listens.</summary>
internal static class EngineTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "EFCore.Dynamo.Engine";

    private const string SystemName = "aws.dynamodb";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("db.client.operation.duration", "s", "Duration of operations of the embedded engine.");

    private static readonly Counter<double> ConsumedCapacity =
        Meter.CreateCounter<double>("dynamo.consumed_capacity", "{unit}", "Capacity units, of operations that asked for ReturnConsumedCapacity.");

    private static readonly Histogram<int> CommitGroupSize =
        Meter.CreateHistogram<int>("dynamo.commit_group.size", "{operation}", "Write operations that shared one transaction and one sync.");

    /// <summary>Begins an operation; dispose the scope when it is done.</summary>
    public static OperationScope Begin(string operation, string? tableName)
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

        return new OperationScope(operation, tableName, activity, Stopwatch.GetTimestamp());
    }

    public static void RecordCommitGroup(int operationCount)
    {
        if (CommitGroupSize.Enabled)
        {
            CommitGroupSize.Record(operationCount);
        }
    }

    public static void AddConsumedCapacity(string tableName, double units)
    {
        if (ConsumedCapacity.Enabled)
        {
            ConsumedCapacity.Add(units, new KeyValuePair<string, object?>("db.collection.name", tableName));
        }
    }

    public static void RecordDuration(string operation, string? tableName, long startTimestamp, string? errorCode)
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

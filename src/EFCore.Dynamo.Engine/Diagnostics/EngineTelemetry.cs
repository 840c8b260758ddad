using System.Diagnostics.Metrics;
using EFCore.Dynamo.Diagnostics;

namespace EFCore.Dynamo.Engine.Diagnostics;

/// <summary>Traces and metrics of the engine: activity source and meter <c>EFCore.Dynamo.Engine</c>.</summary>
internal static class EngineTelemetry
{
    /// <summary>Of all operations.</summary>
    public static readonly OperationTelemetry Operations = new("EFCore.Dynamo.Engine", "Duration of operations of the embedded engine.");

    private static readonly Histogram<int> CommitGroupSize =
        Operations.Meter.CreateHistogram<int>("dynamo.commit_group.size", "{operation}", "Write operations that shared one transaction and one sync.");

    public static void RecordCommitGroup(int operationCount)
    {
        if (CommitGroupSize.Enabled)
        {
            CommitGroupSize.Record(operationCount);
        }
    }
}

using System.Diagnostics;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>One running operation that somebody listens to.</summary>
internal sealed class OperationScope(OperationTelemetry telemetry, string operation, string? tableName, Activity? activity) : IDisposable
{
    private readonly long _startTimestamp = Stopwatch.GetTimestamp();

    private string? _errorType;

    /// <summary>Notes the error that the operation is about to throw.</summary>
    public void Fail(Exception exception)
    {
        _errorType = exception is DynamoServiceException service ? service.ErrorCode : exception.GetType().Name;
        activity?.SetTag("error.type", _errorType);
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
    }

    public void Dispose()
    {
        telemetry.RecordDuration(operation, tableName, _startTimestamp, _errorType);
        activity?.Dispose();
    }
}

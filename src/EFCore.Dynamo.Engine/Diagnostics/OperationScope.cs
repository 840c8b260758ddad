using System.Diagnostics;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Diagnostics;

/// <summary>One running operation; the default value does nothing.</summary>
internal readonly struct OperationScope(string operation, string? tableName, Activity? activity, long startTimestamp) : IDisposable
{
    /// <summary>Notes the error that the operation is about to throw.</summary>
    public DynamoServiceException Fail(DynamoServiceException exception)
    {
        activity?.SetTag("error.type", exception.ErrorCode);
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        return exception;
    }

    public void Dispose()
    {
        if (operation is null)
        {
            return;
        }

        EngineTelemetry.RecordDuration(operation, tableName, startTimestamp, activity?.GetTagItem("error.type") as string);
        activity?.Dispose();
    }
}

using System.Diagnostics;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Aws.Diagnostics;

/// <summary>One running call; the default value does nothing.</summary>
internal readonly struct CallScope(string operation, string? tableName, Activity? activity, long startTimestamp) : IDisposable
{
    /// <summary>Notes the error that the call is about to throw.</summary>
    public void Fail(Exception exception)
    {
        activity?.SetTag("error.type", GetErrorType(exception));
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        if (operation is not null)
        {
            AwsTelemetry.RecordDuration(operation, tableName, startTimestamp, GetErrorType(exception));
        }
    }

    /// <summary>Notes that the call was answered.</summary>
    public void Succeed()
    {
        if (operation is not null)
        {
            AwsTelemetry.RecordDuration(operation, tableName, startTimestamp, errorCode: null);
        }
    }

    public void Dispose() => activity?.Dispose();

    private static string GetErrorType(Exception exception) => exception is DynamoServiceException service ? service.ErrorCode : exception.GetType().Name;
}

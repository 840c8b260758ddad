using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Server.Http;

/// <summary>What the server logs.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation} {StatusCode} {ErrorCode}")]
    public static partial void Answered(ILogger logger, string operation, int statusCode, string? errorCode);

    [LoggerMessage(2, LogLevel.Error, "{Target} failed")]
    public static partial void RequestFailed(ILogger logger, string target, Exception exception);

    [LoggerMessage(3, LogLevel.Debug, "The client went away in the middle of its request: {Reason}")]
    public static partial void ConnectionLost(ILogger logger, string reason);
}

using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Server.Http;

/// <summary>What the server logs.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation} answered")]
    public static partial void Answered(ILogger logger, string operation);

    [LoggerMessage(4, LogLevel.Information, "{Operation} refused with {ErrorCode}: {Message}")]
    public static partial void Refused(ILogger logger, string operation, string errorCode, string message);

    [LoggerMessage(2, LogLevel.Error, "{Operation} failed")]
    public static partial void RequestFailed(ILogger logger, string operation, Exception exception);

    [LoggerMessage(3, LogLevel.Debug, "The client went away in the middle of its request: {Reason}")]
    public static partial void ConnectionLost(ILogger logger, string reason);
}

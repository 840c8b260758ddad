using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Keeps the exceptions that a server logs, so that a failing test shows the cause and not only "Internal server error".</summary>
internal sealed class FailureLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<Exception> _failures = new();

    public override string ToString() => string.Join("\n", _failures);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // There is nowhere else to log to.
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null && IsEnabled(logLevel))
            _failures.Enqueue(exception);
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}

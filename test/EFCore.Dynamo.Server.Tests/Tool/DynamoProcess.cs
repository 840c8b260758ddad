using System.Diagnostics;
using System.Text;

namespace EFCore.Dynamo.Server.Tests.Tool;

/// <summary>The <c>dynamo</c> command as a process of its own.</summary>
internal sealed class DynamoProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private DynamoProcess(string workingDirectory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dynamo.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    public static DynamoProcess Start(string workingDirectory, params string[] arguments) => new(workingDirectory, arguments);

    /// <summary>Waits for the line with the address.</summary>
    public async Task<Uri> WaitUntilReadyAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line?.StartsWith("DynamoDB is ready at http://", StringComparison.Ordinal) == true
            ? new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..])
            : throw new InvalidOperationException($"The first line is '{line}'. {_errors}");
    }

    /// <summary>Sends a signal by name.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        if (!kill.WaitForExit(Patience))
        {
            throw new TimeoutException("kill did not end.");
        }
    }

    public async Task<(int ExitCode, string Output, string Errors)> WaitForExitAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, output, _errors.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

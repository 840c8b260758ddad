using System.Diagnostics;

namespace EFCore.Dynamo.CrashTest;

/// <summary><c>dynamo serve</c> on a data directory.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process _process;

    private ServeProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public bool IsKilled { get; private set; }

    public static async Task<ServeProcess> StartAsync(string directory)
    {
        var started =
            Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "dynamo.dll"), "serve", "--data", directory, "--port", "0", "--stream-shard-lifetime", "250ms"])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                })!; // a new process, not a shell's
        var line = await started.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server ended before it listened; see its error output above.");
        return new ServeProcess(started, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        IsKilled = true;
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, after which the server must end well.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The server ended with {_process.ExitCode} after SIGTERM.");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}

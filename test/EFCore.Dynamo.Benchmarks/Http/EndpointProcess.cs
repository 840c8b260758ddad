using System.Diagnostics;

namespace EFCore.Dynamo.Benchmarks.Http;

/// <summary>An HTTP server in a process of its own, killed at the end.</summary>
internal sealed class EndpointProcess : IDisposable
{
    private readonly Process _process;

    private EndpointProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <summary>What of its memory is in RAM.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    public static EndpointProcess StartDynamo(params string[] arguments)
        => Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "dynamo.dll"), "serve", "--port", "0", .. arguments]);

    /// <param name="bodyPath">The file with the bytes of every answer.</param>
    public static EndpointProcess StartBare(string bodyPath)
        => Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "EFCore.Dynamo.Benchmarks.dll"), BareServer.Command, bodyPath]);

    /// <param name="commandPath">What <c>eng/install-dynalite</c> printed.</param>
    public static EndpointProcess StartDynalite(string commandPath)
    {
        var port = FreePort();
        return Start("node", [commandPath, "--host", "127.0.0.1", "--port", port, "--createTableMs", "0"], new Uri($"http://127.0.0.1:{port}/"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Starts it, and waits for the first line that says where it listens.</summary>
    private static EndpointProcess Start(string command, string[] arguments, Uri? endpoint = null)
    {
        var started =
            Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!; // a new process, not a shell's
        if (started.StandardOutput.ReadLine() is not { } line)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended before it listened; see its error output above.");
        }

        endpoint ??= new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]);
        _ = started.StandardOutput.ReadToEndAsync(); // or it would block when the pipe is full
        return new EndpointProcess(started, endpoint);
    }

    private static string FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

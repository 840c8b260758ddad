using System.Globalization;
using System.Net;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Server;
using EFCore.Dynamo.Server.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EFCore.Dynamo.Tool;

/// <summary>Runs a server until the process is asked to stop.</summary>
internal static class ServerProcess
{
    private const int Success = 0;
    private const int Failure = 1;

    // Longer than any request takes; after it, or at a second signal, open requests are cut off. Acknowledged writes are durable either way.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Serves until a signal or the token.</summary>
    /// <returns>The exit code: failures are one sentence on the error writer.</returns>
    public static async Task<int> RunAsync(ServeSettings settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var signals = new StopSignals(cancellationToken);
        using var loggerFactory = CreateLoggerFactory(settings.LogLevel);
        try
        {
            var accessKeys = ReadAccessKeys(settings.CredentialsFile);
            using var client = EmbeddedDynamoClient.Open(ToOptions(settings));
            var options = new DynamoServerOptions
            {
                Address = settings.Address,
                Port = settings.Port,
                Region = settings.Region,
                AccessKeys = accessKeys,
                LoggerFactory = loggerFactory,
            };
            await using var server = await DynamoServer.StartAsync(client, options, signals.Stop);
            await output.WriteLineAsync(Describe(settings, server.Endpoint));
            await signals.WaitAsync();
            await server.StopAsync(signals.CutOffAfter(StopTimeout));
            return Success;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"dynamo: port {settings.Port} is in use; choose another with --port, or 0 for a free one."));
        }
        catch (IOException exception)
        {
            await error.WriteLineAsync("dynamo: " + exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            await error.WriteLineAsync("dynamo: " + exception.Message);
        }
        catch (System.Net.Sockets.SocketException exception)
        {
            await error.WriteLineAsync(
                $"dynamo: cannot listen on {new IPEndPoint(
                    settings.Address, settings.Port)}: {exception.Message}. --address takes an address of this machine.");
        }
        catch (StorageException exception)
        {
            await error.WriteLineAsync("dynamo: " + exception.Message);
        }
        catch (DllNotFoundException exception)
        {
            await error.WriteLineAsync("dynamo: " + exception.Message);
        }
        catch (FormatException exception)
        {
            await error.WriteLineAsync($"dynamo: {settings.CredentialsFile}: {exception.Message}.");
        }

        return Failure;
    }

    private static EmbeddedDynamoOptions ToOptions(ServeSettings settings) => new()
    {
        DataDirectory = settings.DataDirectory,
        Durability = settings.Durability,
        Region = settings.Region,
        ValidationDialect = settings.ValidationDialect,
        TimeToLiveInterval = settings.TimeToLiveInterval,
        ControlPlaneDelay = settings.ControlPlaneDelay,
        GlobalIndexDelay = settings.GlobalIndexDelay,
        EventualReadDelay = settings.EventualReadDelay,
        Seed = settings.Seed,
        StreamShardCount = settings.StreamShardCount,
        StreamShardLifetime = settings.StreamShardLifetime,
    };

    private static string Describe(ServeSettings settings, Uri endpoint)
    {
        var data = settings.DataDirectory is { } directory ? Path.GetFullPath(directory) : "in memory, gone when the server stops";
        var access = settings.CredentialsFile is { } file ? $"the keys in {file}" : "any";
        return $"""
            DynamoDB is ready at {endpoint}
              data:        {data}
              region:      {settings.Region}
              access keys: {access}
            Stop with Ctrl-C.
            """;
    }

    private static Dictionary<string, AccessKey>? ReadAccessKeys(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }

        if (!file.Exists)
        {
            throw new FileNotFoundException($"the credentials file '{file.FullName}' does not exist.");
        }

        using var reader = file.OpenText();
        return CredentialsFile.Parse(reader);
    }

    private static ILoggerFactory CreateLoggerFactory(LogLevel level) => LoggerFactory.Create(builder => builder
        .SetMinimumLevel(level)
        // It warns of clients that go away while the rest of a refused body is read, which is no concern of who runs the server.
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel", level is LogLevel.Warning ? LogLevel.Error : level)
        .AddSimpleConsole(static console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        })
        .Services.Configure<ConsoleLoggerOptions>(static console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}

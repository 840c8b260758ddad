using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Tool;

/// <summary><c>dynamo serve</c>: its options, and what they mean to a newcomer.</summary>
internal static partial class ServeCommand
{
    public const string DefaultDataDirectory = "dynamo-data";

    private const string Description = """
        Serve a DynamoDB over HTTP until Ctrl-C.

        Any DynamoDB client works with it: give it the address that is printed as its endpoint, any region, and any access keys, for example

          dynamo serve
          AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any aws dynamodb list-tables --region local --endpoint-url http://127.0.0.1:8000

        The data is kept in the directory dynamo-data below the current one; --in-memory keeps none.
        """;

    private static readonly Option<int> Port = new("--port", "-p")
    {
        Description = "The port to listen on; 0 takes a free one.",
        DefaultValueFactory = static _ => 8000,
        CustomParser = static result =>
        {
            if (ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                return port;
            }

            result.AddError("--port is a number from 0 to 65535.");
            return 0;
        },
    };

    private static readonly Option<IPAddress> Address = new("--address")
    {
        Description = "The IP address to listen on. The default is reached from this machine only; 0.0.0.0 is reached from everywhere.",
        DefaultValueFactory = static _ => IPAddress.Loopback,
        CustomParser = static result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
            {
                return address;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not an IP address.");
            return null;
        },
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = $"The directory that holds the data, created when missing. Default: ./{DefaultDataDirectory}",
        HelpName = "DIR",
    };

    private static readonly Option<bool> InMemory = new("--in-memory")
    {
        Description = "Keep nothing: all data is gone when the server stops.",
    };

    private static readonly Option<string> Durability = new("--durability")
    {
        Description = "What an acknowledged write survives. full: a power failure. "
            + "relaxed: the end of the process, not a power failure in the same tenth of a second; many times faster for single writers.",
        DefaultValueFactory = static _ => "full",
    };

    private static readonly Option<string> Region = new("--region")
    {
        Description = "The region in Amazon resource names, and the one that signatures must be for.",
        DefaultValueFactory = static _ => "local",
        HelpName = "NAME",
    };

    private static readonly Option<string> Dialect = new("--dialect")
    {
        Description = "How requests are checked and errors worded. current: as in most regions of AWS. "
            + "classic: as everywhere until 2026, and in a few regions still.",
        DefaultValueFactory = static _ => "current",
    };

    private static readonly Option<string> Authentication = new("--auth")
    {
        Description = "Who may call. none: anybody whose client signs with any keys. sigv4: only the keys in --credentials, with valid signatures.",
        DefaultValueFactory = static _ => "none",
    };

    private static readonly Option<FileInfo?> Credentials = new("--credentials")
    {
        Description = "The access keys for --auth sigv4, in the form of ~/.aws/credentials.",
        HelpName = "FILE",
    };

    private static readonly Option<Duration> TimeToLiveInterval = new("--ttl-interval")
    {
        Description = "How often expired items of tables with time to live are deleted.",
        DefaultValueFactory = static _ => new Duration(TimeSpan.FromMinutes(1)),
        HelpName = "TIME",
        CustomParser = static result => Duration.Parse(result, "--ttl-interval", TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(49)),
    };

    private static readonly Option<Duration> GlobalIndexDelay = new("--gsi-delay")
    {
        Description = "How long global secondary indexes may lag behind their table; 0: not at all.",
        DefaultValueFactory = static _ => default,
        HelpName = "TIME",
        CustomParser = static result => Duration.Parse(result, "--gsi-delay", TimeSpan.Zero, TimeSpan.FromDays(1)),
    };

    private static readonly Option<Duration> EventualReads = new("--eventual-reads")
    {
        Description = "How long after a write reads without ConsistentRead may still see what was before; 0: not at all.",
        DefaultValueFactory = static _ => default,
        HelpName = "TIME",
        CustomParser = static result => Duration.Parse(result, "--eventual-reads", TimeSpan.Zero, TimeSpan.FromDays(1)),
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Where the chance of --gsi-delay and --eventual-reads begins: the same seed, the same lags.",
        HelpName = "N",
    };

    private static readonly Option<Duration> ControlPlaneDelay = new("--control-plane-delay")
    {
        Description = "How long tables and indexes stay CREATING, UPDATING or DELETING. "
            + "With some seconds, as in AWS, an application that does not wait for ACTIVE shows itself.",
        DefaultValueFactory = static _ => default,
        HelpName = "TIME",
        CustomParser = static result => Duration.Parse(result, "--control-plane-delay", TimeSpan.Zero, TimeSpan.FromDays(1)),
    };

    private static readonly Option<int> StreamShards = new("--stream-shards")
    {
        Description = "How many shards of a new stream are open at a time, 1 to 64. With more than one, an application that reads only the first shows itself.",
        DefaultValueFactory = static _ => 1,
        HelpName = "NUMBER",
        CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= Engine.EmbeddedDynamoOptions.MaxStreamShardCount)
            {
                return count;
            }

            result.AddError("--stream-shards is a number from 1 to 64.");
            return 1;
        },
    };

    private static readonly Option<Duration> StreamShardLifetime = new("--stream-shard-lifetime")
    {
        Description = "How long a shard of a new stream takes records before its child does. "
            + "With some seconds, an application that does not follow shards to their children shows itself.",
        DefaultValueFactory = static _ => new Duration(TimeSpan.FromHours(4)),
        HelpName = "TIME",
        CustomParser = static result => Duration.Parse(result, "--stream-shard-lifetime", TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1)),
    };

    private static readonly Option<LogLevel> Log = new("--log")
    {
        Description = "What is logged to the standard error: Trace, Debug, Information (a line for each request), Warning, Error, Critical or None.",
        DefaultValueFactory = static _ => LogLevel.Warning,
        HelpName = "LEVEL",
        CustomParser = static result =>
        {
            if (Enum.TryParse<LogLevel>(result.Tokens[0].Value, ignoreCase: true, out var level) && Enum.IsDefined(level))
            {
                return level;
            }

            result.AddError("--log is one of Trace, Debug, Information, Warning, Error, Critical and None.");
            return LogLevel.Warning;
        },
    };

    public static Command Create()
    {
        Authentication.AcceptOnlyFromAmong("none", "sigv4");
        Durability.AcceptOnlyFromAmong("full", "relaxed");
        Dialect.AcceptOnlyFromAmong("current", "classic");
        var command = new Command("serve", Description)
        {
            Port, Address, Data, InMemory, Durability, Region, Dialect, Authentication, Credentials,
            TimeToLiveInterval, GlobalIndexDelay, EventualReads, Seed, ControlPlaneDelay, StreamShards, StreamShardLifetime, Log,
        };
        command.Validators.Add(static result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(Data) ?? DefaultDataDirectory))
            {
                result.AddError("--data is the path of a directory.");
            }

            if (result.GetValue(Region) is { } region && !RegionName().IsMatch(region))
            {
                result.AddError("--region is a name such as local or eu-west-1: small letters, digits and hyphens.");
            }

            if (result.GetValue(Data) is not null && result.GetValue(InMemory))
            {
                result.AddError("--data and --in-memory exclude each other.");
            }

            if (result.GetValue(Authentication) == "sigv4" && result.GetValue(Credentials) is null)
            {
                result.AddError("--auth sigv4 needs --credentials FILE.");
            }

            if (result.GetValue(Authentication) != "sigv4" && result.GetValue(Credentials) is not null)
            {
                result.AddError("--credentials is for --auth sigv4.");
            }
        });
        command.SetAction(static (result, cancellationToken) => ServerProcess.RunAsync(ToSettings(result), Console.Out, Console.Error, cancellationToken));
        return command;
    }

    private static ServeSettings ToSettings(ParseResult result) => new()
    {
        Port = result.GetValue(Port),
        Address = result.GetValue(Address)!, // has a default
        DataDirectory = result.GetValue(InMemory) ? null : result.GetValue(Data) ?? DefaultDataDirectory,
        Durability = result.GetValue(Durability) == "relaxed" ? Engine.Storage.Durability.Relaxed : Engine.Storage.Durability.Full,
        Region = result.GetValue(Region)!, // has a default
        ValidationDialect = result.GetValue(Dialect) == "classic" ? Engine.ValidationDialect.Classic : Engine.ValidationDialect.Current,
        CredentialsFile = result.GetValue(Credentials),
        TimeToLiveInterval = result.GetValue(TimeToLiveInterval).Time,
        ControlPlaneDelay = result.GetValue(ControlPlaneDelay).Time,
        GlobalIndexDelay = result.GetValue(GlobalIndexDelay).Time,
        EventualReadDelay = result.GetValue(EventualReads).Time,
        Seed = result.GetValue(Seed),
        StreamShardCount = result.GetValue(StreamShards),
        StreamShardLifetime = result.GetValue(StreamShardLifetime).Time,
        LogLevel = result.GetValue(Log),
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionName();
}

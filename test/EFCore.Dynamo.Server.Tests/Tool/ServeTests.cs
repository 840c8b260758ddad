using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using EFCore.Dynamo.Server.Tests.Sdk;
using EFCore.Dynamo.Tool;

namespace EFCore.Dynamo.Server.Tests.Tool;

/// <summary><c>dynamo serve</c> as its users run it.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("dynamo-serve-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task What_was_written_is_there_after_a_stop_and_a_start(string signal)
    {
        using (var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--data", "shop.dynamo"))
        {
            using var sdk = SdkClients.Create(await process.WaitUntilReadyAsync());
            await CreateTableAsync(sdk);
            await sdk.PutItemAsync("orders", new() { ["pk"] = new("1") });
            process.Signal(signal);
            var (exitCode, _, errors) = await process.WaitForExitAsync();
            errors.Trim().ShouldBeEmpty();
            exitCode.ShouldBe(0);
        }

        using var again = DynamoProcess.Start(_directory, "serve", "--port", "0", "--data", "shop.dynamo");
        using var client = SdkClients.Create(await again.WaitUntilReadyAsync());
        (await client.GetItemAsync("orders", new() { ["pk"] = new("1") })).Item["pk"].S.ShouldBe("1");
    }

    [Fact]
    public async Task A_stop_under_load_loses_nothing_that_was_acknowledged()
    {
        const int Writers = 8;
        const int WritesBeforeStop = 50;
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        using (var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--data", "shop.dynamo"))
        {
            using var sdk = SdkClients.Create(await process.WaitUntilReadyAsync());
            await CreateTableAsync(sdk);
            using var enough = new SemaphoreSlim(0);
            var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                for (var number = 0; ; number++)
                {
                    await sdk.PutItemAsync("orders", new() { ["pk"] = new($"{writer}-{number}") });
                    acknowledged.Add($"{writer}-{number}");
                    enough.Release();
                }
            })).ToList();
            for (var count = 0; count < WritesBeforeStop; count++)
            {
                await enough.WaitAsync();
            }

            process.Signal("TERM");

            (await process.WaitForExitAsync()).ExitCode.ShouldBe(0);
            foreach (var writer in writing)
            {
                (await Record.ExceptionAsync(() => writer)).ShouldNotBeNull().ShouldNotBeOfType<AmazonDynamoDBException>();
            }
        }

        using var again = DynamoProcess.Start(_directory, "serve", "--port", "0", "--data", "shop.dynamo");
        using var client = SdkClients.Create(await again.WaitUntilReadyAsync());
        var stored = (await client.ScanAsync(new ScanRequest("orders"))).Items.Select(static item => item["pk"].S).ToHashSet();
        stored.Count.ShouldBeInRange(acknowledged.Count, acknowledged.Count + Writers);
        acknowledged.ShouldAllBe(key => stored.Contains(key));
    }

    [Fact]
    public async Task Without_a_data_directory_the_data_is_in_dynamo_data()
    {
        using var process = DynamoProcess.Start(_directory, "serve", "--port", "0");
        await process.WaitUntilReadyAsync();

        Directory.Exists(Path.Combine(_directory, "dynamo-data")).ShouldBeTrue();
    }

    [Fact]
    public async Task In_memory_nothing_is_left()
    {
        using (var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--in-memory", "--region", "eu-north-1"))
        {
            var endpoint = await process.WaitUntilReadyAsync();
            using var http = new HttpClient();
            (await http.GetStringAsync(endpoint)).ShouldBe("healthy: dynamodb.eu-north-1.amazonaws.com ");
            using var sdk = SdkClients.Create(endpoint);
            (await CreateTableAsync(sdk)).TableDescription.TableArn.ShouldBe("arn:aws:dynamodb:eu-north-1:000000000000:table/orders");
            process.Signal("TERM");
            (await process.WaitForExitAsync()).ExitCode.ShouldBe(0);
        }

        Directory.GetFileSystemEntries(_directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var process = DynamoProcess.Start(_directory, "serve", "--port", $"{port}", "--in-memory");

        var (exitCode, output, errors) = await process.WaitForExitAsync();

        errors.Trim().ShouldBe($"dynamo: port {port} is in use; choose another with --port, or 0 for a free one.");
        output.ShouldBeEmpty();
        exitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_data_directory_in_use_is_one_sentence()
    {
        using var first = DynamoProcess.Start(_directory, "serve", "--port", "0");
        await first.WaitUntilReadyAsync();
        using var second = DynamoProcess.Start(_directory, "serve", "--port", "0");

        var (exitCode, _, errors) = await second.WaitForExitAsync();

        errors.Trim().ShouldStartWith("dynamo: The data directory");
        errors.Trim().ShouldNotContain("\n");
        exitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_keys_of_the_file_may_call()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "keys"), "[default]\naws_access_key_id = alice\naws_secret_access_key = a/secret=\n");
        using var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--in-memory", "--auth", "sigv4", "--credentials", "keys");
        var endpoint = await process.WaitUntilReadyAsync();
        using var alice = SdkClients.Create(endpoint, new BasicAWSCredentials("alice", "a/secret="));
        using var mallory = SdkClients.Create(endpoint, new BasicAWSCredentials("alice", "a guess"));

        (await alice.ListTablesAsync()).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        (await Should.ThrowAsync<AmazonDynamoDBException>(() => mallory.ListTablesAsync())).ErrorCode.ShouldBe("InvalidSignatureException");
    }

    [Theory]
    [InlineData("nothing here", "dynamo: keys: line 1 is neither [profile] nor a setting of one.")]
    [InlineData("[a]\naws_access_key_id = x", "dynamo: keys: profile [a] needs aws_access_key_id and aws_secret_access_key.")]
    [InlineData("# empty", "dynamo: keys: there are no access keys in it.")]
    public async Task A_bad_credentials_file_is_one_sentence(string content, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "keys"), content);
        using var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--in-memory", "--auth", "sigv4", "--credentials", "keys");

        var (exitCode, _, errors) = await process.WaitForExitAsync();

        errors.Trim().ShouldBe(message);
        exitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("--port is a number from 0 to 65535.", "--port", "70000")]
    [InlineData("--port is a number from 0 to 65535.", "--port", "80x")]
    [InlineData("--port is a number from 0 to 65535.", "--port", "-1")]
    [InlineData("--log is one of Trace, Debug, Information, Warning, Error, Critical and None.", "--log", "loud")]
    [InlineData("--data is the path of a directory.", "--data", "")]
    [InlineData("--region is a name such as local or eu-west-1: small letters, digits and hyphens.", "--region", "")]
    [InlineData("--region is a name such as local or eu-west-1: small letters, digits and hyphens.", "--region", "a/b")]
    [InlineData("Unrecognized command or argument '--prot'.", "--prot", "80")]
    [InlineData("--data and --in-memory exclude each other.", "--data", "x", "--in-memory")]
    [InlineData("--auth sigv4 needs --credentials FILE.", "--auth", "sigv4")]
    [InlineData("--credentials is for --auth sigv4.", "--credentials", "keys")]
    [InlineData("--ttl-interval is a time such as 500ms, 10s, 5m or 2h: from 1ms to 1176h.", "--ttl-interval", "0")]
    [InlineData("--ttl-interval is a time such as 500ms, 10s, 5m or 2h: from 1ms to 1176h.", "--ttl-interval", "soon")]
    [InlineData("--ttl-interval is a time such as 500ms, 10s, 5m or 2h: from 1ms to 1176h.", "--ttl-interval", "9000h")]
    [InlineData("--gsi-delay is a time such as 500ms, 10s, 5m or 2h: from 0 to 24h.", "--gsi-delay", "25h")]
    [InlineData("--eventual-reads is a time such as 500ms, 10s, 5m or 2h: from 0 to 24h.", "--eventual-reads", "-1s")]
    [InlineData("--stream-shards is a number from 1 to 64.", "--stream-shards", "65")]
    [InlineData("--stream-shards is a number from 1 to 64.", "--stream-shards", "many")]
    [InlineData("--stream-shard-lifetime is a time such as 500ms, 10s, 5m or 2h: from 1ms to 24h.", "--stream-shard-lifetime", "0s")]
    [InlineData("'here' is not an IP address.", "--address", "here")]
    [InlineData("Argument 'old' not recognized.", "--dialect", "old")]
    public async Task Options_that_cannot_be_are_explained(string message, params string[] options)
    {
        using var process = DynamoProcess.Start(_directory, ["serve", .. options]);

        var (exitCode, output, errors) = await process.WaitForExitAsync();

        errors.ShouldContain(message);
        output.Trim().ShouldBeEmpty();
        exitCode.ShouldBe(1);
        Directory.GetFileSystemEntries(_directory).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dynamo: the credentials file '{0}/nowhere' does not exist.", "--auth", "sigv4", "--credentials", "nowhere")]
    [InlineData("dynamo: The data directory '{0}/file' is a file. Choose another path for the data directory.", "--data", "file")]
    [InlineData(
        "dynamo: cannot listen on 192.0.2.1:0: Cannot assign requested address. --address takes an address of this machine.",
        "--address",
        "192.0.2.1",
        "--in-memory")]
    public async Task What_cannot_work_is_one_sentence(string message, params string[] options)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "file"), "not a directory");
        using var process = DynamoProcess.Start(_directory, ["serve", "--port", "0", .. options]);

        var (exitCode, output, errors) = await process.WaitForExitAsync();

        errors.Trim().ShouldBe(string.Format(CultureInfo.InvariantCulture, message, _directory));
        output.ShouldBeEmpty();
        exitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("Information", "ListTables answered")]
    [InlineData("information", "ListTables answered")]
    [InlineData("Warning", null)]
    public async Task The_log_level_decides_what_is_logged(string level, string? line)
    {
        using var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--in-memory", "--log", level);
        using (var sdk = SdkClients.Create(await process.WaitUntilReadyAsync()))
        {
            await sdk.ListTablesAsync();
        }

        process.Signal("TERM");

        var (exitCode, _, errors) = await process.WaitForExitAsync();

        exitCode.ShouldBe(0);
        if (line is null)
        {
            errors.Trim().ShouldBeEmpty();
        }
        else
        {
            errors.ShouldContain(line);
        }
    }

    [Fact]
    public async Task Help_explains_the_options()
    {
        using var process = DynamoProcess.Start(_directory, "serve", "--help");

        var (exitCode, output, _) = await process.WaitForExitAsync();

        exitCode.ShouldBe(0);
        foreach (var option in new[] { "--port", "--address", "--data", "--in-memory", "--durability", "--region", "--dialect", "--auth", "--credentials", "--ttl-interval", "--gsi-delay", "--eventual-reads", "--seed", "--stream-shards", "--stream-shard-lifetime", "--log" })
        {
            output.ShouldContain(option);
        }
    }

    [Fact]
    public async Task Every_default_that_the_help_shows_is_taken_when_it_is_typed()
    {
        using var process = DynamoProcess.Start(_directory, "serve", "--help");
        var (_, output, _) = await process.WaitForExitAsync();

        var defaults = Regex.Matches(
            output, @"^ +(-\w, )?(?<option>--[a-z-]+) .*(\[default: |Default: )(?<value>[^\]\r\n]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)
            .ToDictionary(static match => match.Groups["option"].Value, static match => match.Groups["value"].Value);

        defaults["--ttl-interval"].ShouldBe("1m");
        defaults["--stream-shard-lifetime"].ShouldBe("4h");
        defaults["--gsi-delay"].ShouldBe("0");
        defaults.Count.ShouldBe(Regex.Count(output, "default: ", RegexOptions.IgnoreCase));
        foreach (var (option, value) in defaults)
        {
            ServeCommand.Create().Parse([option, value]).Errors.ShouldBeEmpty($"{option} {value}");
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1ms")]
    [InlineData(1_500, "1500ms")]
    [InlineData(90_000, "90s")]
    [InlineData(86_400_000, "24h")]
    public void A_time_is_shown_as_it_is_typed(int milliseconds, string text)
        => new Duration(TimeSpan.FromMilliseconds(milliseconds)).ToString().ShouldBe(text);

    [Theory]
    [InlineData("1 validation error detected: ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("1 validation error detected: ReturnValues can only be ALL_OLD or NONE", "--dialect", "current")]
    [InlineData("ReturnValues can only be ALL_OLD or NONE", "--dialect", "classic")]
    public async Task Errors_are_worded_as_in_most_regions_or_as_in_the_older_ones(string message, params string[] options)
    {
        using var process = DynamoProcess.Start(_directory, ["serve", "--port", "0", "--in-memory", .. options]);
        using var sdk = SdkClients.Create(await process.WaitUntilReadyAsync());

        var error = await Should.ThrowAsync<AmazonDynamoDBException>(() => sdk.DeleteItemAsync("orders", new() { ["pk"] = new("1") }, ReturnValue.ALL_NEW));

        error.Message.ShouldBe(message);
    }

    [Fact]
    public async Task Expired_items_go_within_the_interval()
    {
        using var process = DynamoProcess.Start(_directory, "serve", "--port", "0", "--in-memory", "--ttl-interval", "20ms");
        using var sdk = SdkClients.Create(await process.WaitUntilReadyAsync());
        await CreateTableAsync(sdk);
        await sdk.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
        {
            TableName = "orders",
            TimeToLiveSpecification = new() { Enabled = true, AttributeName = "e" },
        });
        await sdk.PutItemAsync("orders", new() { ["pk"] = new("old"), ["e"] = new() { N = "1767225600" } });
        await sdk.PutItemAsync("orders", new() { ["pk"] = new("new"), ["e"] = new() { N = "9999999999" } });

        // Until the run's own limit: an item that never goes fails the run.
        while ((await sdk.GetItemAsync("orders", new() { ["pk"] = new("old") })).Item is { Count: > 0 })
        {
            await Task.Yield();
        }

        (await sdk.GetItemAsync("orders", new() { ["pk"] = new("new") })).Item.ShouldNotBeEmpty();
    }

    private static Task<CreateTableResponse> CreateTableAsync(AmazonDynamoDBClient sdk) => sdk.CreateTableAsync(new CreateTableRequest
    {
        TableName = "orders",
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
        KeySchema = [new("pk", KeyType.HASH)],
    });
}

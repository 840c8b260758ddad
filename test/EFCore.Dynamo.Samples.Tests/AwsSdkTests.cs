using Amazon.DynamoDBv2;
using Amazon.Runtime;
using AwsSdk;
using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Server.Tests.Tool;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Samples.Tests;

/// <summary>A program on the AWS SDK, whose code does not know where its client comes from.</summary>
public sealed class AwsSdkTests : IDisposable
{
    private static readonly string[] Expected =
    [
        "The Dispossessed (1974): physics, utopia; version 0",
        "An old version is not saved: The conditional request failed",
        "Begins with A: A Wizard of Earthsea",
        "Of 1971: The Futurological Congress",
        "Lent: The Dispossessed",
        """{"Author":"Strugatsky","IsLent":true,"Notes":{"Place":"Harmont","Zones":[1,2]},"Title":"Roadside Picnic","Year":1972}""",
        "The Dispossessed, 1974",
        "A Wizard of Earthsea, 1968",
        "4 books: A Wizard of Earthsea, Roadside Picnic, The Dispossessed, The Futurological Congress",
    ];

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_runs_on_the_embedded_engine_in_process()
    {
        using var client = new EmbeddedAmazonDynamoDB(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = _directory["books"] }));

        (await RunAsync(client)).ShouldBe(Expected);
    }

    [Fact]
    public async Task It_says_the_same_over_HTTP()
    {
        using var dynamo = DynamoProcess.Start(_directory["."], "serve", "--port", "0", "--in-memory");
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = (await dynamo.WaitUntilReadyAsync()).ToString(), AuthenticationRegion = "local" });

        (await RunAsync(client)).ShouldBe(Expected);
    }

    private static async Task<string[]> RunAsync(IAmazonDynamoDB client)
    {
        await using var output = new StringWriter();
        await Bookshelf.RunAsync(client, output);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}

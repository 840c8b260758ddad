using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Errors;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Aws.Tests.Harness;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Server;

namespace EFCore.Dynamo.Aws.Tests;

public sealed class AwsDynamoClientTests
{
    public static TheoryData<AwsDynamoClientOptions, string> Contradictions => new()
    {
        { new AwsDynamoClientOptions { Region = "eu-west-1", AccessKey = "a" }, "'Access Key' and 'Secret Key' come together." },
        { new AwsDynamoClientOptions { Region = "eu-west-1", SecretKey = "a" }, "'Access Key' and 'Secret Key' come together." },
        { new AwsDynamoClientOptions { Region = "eu-west-1", SessionToken = "a" }, "'Session Token' needs 'Access Key' and 'Secret Key'." },
        { new AwsDynamoClientOptions { Profile = "dev", AccessKey = "a", SecretKey = "b" }, "'Profile' and 'Access Key' exclude each other." },
        { new AwsDynamoClientOptions { Profile = "efcore-dynamo-none" }, "The AWS configuration files of this user have no profile 'efcore-dynamo-none'." },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Contradictions_are_refused(AwsDynamoClientOptions options, string message)
        => Should.Throw<ArgumentException>(() => new AwsDynamoClient(options)).Message.ShouldStartWith(message);

    [Fact]
    public void Options_say_where_and_not_as_whom()
        => new AwsDynamoClientOptions
        {
            Region = "eu-west-1",
            AccessKey = "me",
            SecretKey = "hidden",
            SessionToken = "hidden",
        }.ToString().ShouldBe("eu-west-1");

    [Fact]
    public async Task A_service_on_this_machine_needs_no_credentials()
    {
        using var engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await using var server = await DynamoServer.StartAsync(engine, new DynamoServerOptions { Port = 0 });
        using var client = new AwsDynamoClient(new AwsDynamoClientOptions { ServiceUrl = server.Endpoint });

        (await client.ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_connection_and_no_answer_are_two_things()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        // Accepts and says nothing: the caller's patience decides.
        using var silent = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = $"http://127.0.0.1:{port}",
                AuthenticationRegion = "local",
                MaxErrorRetry = 0,
                Timeout = TimeSpan.FromMilliseconds(200),
            });
        using var waiting = new AwsDynamoClient(silent, AwsRetryOptions.None);
        var late = await Should.ThrowAsync<ServiceUnavailableException>(async () => await waiting.ListTablesAsync(new ListTablesRequest()));
        late.Message.ShouldBe($"DynamoDB at http://127.0.0.1:{port}/ did not answer in time.");
        CallErrors.NeverArrived(late).ShouldBeFalse();

        // Nobody listens on port 1.
        using var refused = new AwsDynamoClient(new AwsDynamoClientOptions { ServiceUrl = new Uri("http://127.0.0.1:1"), Retries = AwsRetryOptions.None });
        var never = await Should.ThrowAsync<ServiceUnavailableException>(async () => await refused.ListTablesAsync(new ListTablesRequest()));
        never.Message.ShouldStartWith("DynamoDB at http://127.0.0.1:1/ cannot be reached: ");
        CallErrors.NeverArrived(never).ShouldBeTrue();
    }

    [Fact]
    public async Task A_cancelled_request_over_HTTP_is_cancelled()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var source = new CancellationTokenSource();
        using var client = new AwsDynamoClient(new AwsDynamoClientOptions
        {
            ServiceUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
        });

        var call = client.GetItemAsync(new GetItemRequest { TableName = "t" }, source.Token).AsTask();
        using var connection = await listener.AcceptTcpClientAsync();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Missing_credentials_are_one_sentence_with_the_ways_out()
    {
        using var client = new AwsDynamoClient(new ScriptedSdk(new AmazonClientException("Failed to resolve AWS credentials.")).Client);

        var exception = await Should.ThrowAsync<OtherServiceException>(async () => await client.GetItemAsync(new GetItemRequest()));

        exception.ErrorCode.ShouldBe("MissingAuthenticationTokenException");
        exception.Message.ShouldEndWith(
            "could not be signed: Failed to resolve AWS credentials. Credentials come from 'Access Key' and 'Secret Key', from 'Profile', or from the "
                + "environment, as with any AWS tool.");
    }

    [Fact]
    public async Task Null_requests_are_refused()
    {
        using var client = new AwsDynamoClient(new ScriptedSdk(new object()).Client);
        foreach (var method in typeof(IDynamoClient).GetMethods())
        {
            dynamic call = method.Invoke(client, [null, CancellationToken.None])!; // returns a ValueTask
            await Should.ThrowAsync<ArgumentNullException>(async () => await call);
        }
    }

    [Fact]
    public async Task A_client_of_the_callers_stays_open()
    {
        using var sdk = new EmbeddedAmazonDynamoDB(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));
        await new AwsDynamoClient(sdk).DisposeAsync();

        (await sdk.ListTablesAsync()).TableNames.ShouldBeEmpty();
    }
}

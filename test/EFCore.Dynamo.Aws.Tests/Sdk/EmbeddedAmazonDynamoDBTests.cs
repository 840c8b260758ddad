using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Tests.Harness;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Aws.Tests.Sdk;

public sealed class EmbeddedAmazonDynamoDBTests
{
    [Fact]
    public async Task Disposing_closes_the_back_end_unless_it_is_left_open()
    {
        var engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        new EmbeddedAmazonDynamoDB(engine, leaveOpen: true).Dispose();
        (await engine.ListTablesAsync(new EFCore.Dynamo.Operations.ListTablesRequest())).TableNames.ShouldBeEmpty();

        var sdk = new EmbeddedAmazonDynamoDB(engine);
        sdk.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await engine.ListTablesAsync(new EFCore.Dynamo.Operations.ListTablesRequest()));
        await Should.ThrowAsync<ObjectDisposedException>(() => sdk.ListTablesAsync());
    }

    [Fact]
    public void A_back_end_is_needed() => Should.Throw<ArgumentNullException>(() => new EmbeddedAmazonDynamoDB(null!));

    [Fact]
    public async Task A_cancellation_comes_back_as_one()
    {
        var (client, recorder) = CallRecorder.Create<IDynamoClient>();
        recorder.Answer = _ => throw new OperationCanceledException("stop");
        using var sdk = new EmbeddedAmazonDynamoDB(client);

        await Should.ThrowAsync<OperationCanceledException>(() => sdk.GetItemAsync("t", []));
        recorder.Request.ShouldNotBeNull();
        await Should.ThrowAsync<OperationCanceledException>(() => sdk.GetItemAsync("t", [], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task The_SDKs_events_are_raised()
    {
        using var sdk = new EmbeddedAmazonDynamoDB(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));
        var failures = new List<Exception>();
        sdk.ExceptionEvent += (_, arguments) => failures.Add(((WebServiceExceptionEventArgs)arguments).Exception);

        await Should.ThrowAsync<Amazon.DynamoDBv2.Model.ResourceNotFoundException>(() => sdk.DescribeTableAsync("none"));

        failures.ShouldHaveSingleItem().ShouldBeOfType<Amazon.DynamoDBv2.Model.ResourceNotFoundException>();
    }

    [Fact]
    public void It_has_a_configuration_and_an_endpoint_that_leads_nowhere()
    {
        using IAmazonDynamoDB sdk = new EmbeddedAmazonDynamoDB(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));

        sdk.Config.AuthenticationRegion.ShouldBe("local");
        sdk.DetermineServiceOperationEndpoint(new Amazon.DynamoDBv2.Model.ListTablesRequest()).URL.ShouldBe("http://dynamodb.invalid/");
    }

    [Fact]
    public async Task Pages_are_followed_by_the_SDKs_paginators()
    {
        using var sdk = new EmbeddedAmazonDynamoDB(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));
        foreach (var name in new[] { "one", "two", "three" })
        {
            await sdk.CreateTableAsync(new Amazon.DynamoDBv2.Model.CreateTableRequest
            {
                TableName = name,
                KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
                AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
                BillingMode = BillingMode.PAY_PER_REQUEST,
            });
        }

        var names = new List<string>();
        await foreach (var name in sdk.Paginators.ListTables(new Amazon.DynamoDBv2.Model.ListTablesRequest { Limit = 1 }).TableNames)
        {
            names.Add(name);
        }

        names.ShouldBe(["one", "three", "two"]);
    }
}

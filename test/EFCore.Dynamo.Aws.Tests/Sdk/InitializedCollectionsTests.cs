using Amazon;
using Amazon.DynamoDBv2.Model;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Aws.Tests.Sdk;

/// <summary>A program written for version 3 of the SDK, which never saw null where a collection is absent.</summary>
[Collection(nameof(InitializedCollections))]
public sealed class InitializedCollectionsTests : IDisposable
{
    private readonly EmbeddedAmazonDynamoDB _sdk = new(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));

    public InitializedCollectionsTests() => AWSConfigs.InitializeCollections = true;

    public void Dispose()
    {
        AWSConfigs.InitializeCollections = false;
        _sdk.Dispose();
    }

    [Fact]
    public async Task Absent_collections_are_empty_and_empty_ones_of_a_request_are_absent()
    {
        await _sdk.CreateTableAsync(new CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new KeySchemaElement("pk", Amazon.DynamoDBv2.KeyType.HASH)],
            AttributeDefinitions = [new AttributeDefinition("pk", Amazon.DynamoDBv2.ScalarAttributeType.S)],
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
        });
        var item = new Dictionary<string, AttributeValue> { ["pk"] = new("a"), ["empty"] = new() { M = [], IsMSet = true } };
        (await _sdk.PutItemAsync("items", item)).Attributes.ShouldBeEmpty();

        var missing = await _sdk.GetItemAsync("items", new() { ["pk"] = new("none") });
        missing.IsItemSet.ShouldBeFalse();
        missing.Item.ShouldBeEmpty();

        var found = await _sdk.GetItemAsync(new GetItemRequest("items", new() { ["pk"] = new("a") }));
        found.IsItemSet.ShouldBeTrue();
        found.Item["empty"].IsMSet.ShouldBeTrue();
        found.Item["empty"].M.ShouldBeEmpty();

        var page = await _sdk.QueryAsync(new QueryRequest("items") { KeyConditionExpression = "pk = :pk", ExpressionAttributeValues = { [":pk"] = new("a") } });
        page.Items.Count.ShouldBe(1);
        page.LastEvaluatedKey.ShouldBeEmpty();
        (await _sdk.DescribeTableAsync("items")).Table.GlobalSecondaryIndexes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_other_direction_understands_them_too()
    {
        using var client = new AwsDynamoClient(_sdk, AwsRetryOptions.None);

        (await client.ListTablesAsync(new EFCore.Dynamo.Operations.ListTablesRequest())).TableNames.ShouldBeEmpty();
        await client.CreateTableAsync(new EFCore.Dynamo.Operations.CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new EFCore.Dynamo.Tables.KeySchemaElement("pk", EFCore.Dynamo.Tables.KeyType.PartitionKey)],
            AttributeDefinitions = [new EFCore.Dynamo.Tables.AttributeDefinition("pk", EFCore.Dynamo.Values.AttributeType.String)],
            BillingMode = EFCore.Dynamo.Tables.BillingMode.PayPerRequest,
        });
        var key = EFCore.Dynamo.Values.Item.Create(("pk", EFCore.Dynamo.Values.AttributeValue.FromString("a")));
        (await client.GetItemAsync(new EFCore.Dynamo.Operations.GetItemRequest { TableName = "items", Key = key })).Item.ShouldBeNull();
        await client.PutItemAsync(new EFCore.Dynamo.Operations.PutItemRequest { TableName = "items", Item = key });
        (await client.GetItemAsync(new EFCore.Dynamo.Operations.GetItemRequest { TableName = "items", Key = key })).Item.ShouldBe(key);
        var page = await client.ScanAsync(new EFCore.Dynamo.Operations.ScanRequest { TableName = "items" });
        page.Items.ShouldBe([key]);
        page.LastEvaluatedKey.ShouldBeNull();
        (await client.GetItemAsync(new EFCore.Dynamo.Operations.GetItemRequest
        {
            TableName = "items",
            Key = key,
            ProjectionExpression = "nothing",
        })).Item.ShouldBe(
            EFCore.Dynamo.Values.Item.Empty);
        (await client.TransactGetItemsAsync(new EFCore.Dynamo.Operations.TransactGetItemsRequest
        {
            TransactItems =
            [
                new() { TableName = "items", Key = key },
                new() { TableName = "items", Key = EFCore.Dynamo.Values.Item.Create(("pk", EFCore.Dynamo.Values.AttributeValue.FromString("none"))) },
            ],
        })).Responses.ShouldBe([key, null]);
    }
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Aws.Tests.Sdk;

/// <summary>
///     <c>DynamoDBContext.SaveAsync</c> of an object whose properties are all null deletes attributes, which creates no item; of one with nothing but its key
///     it creates one.
/// </summary>
public sealed class SavedNothingTests : IAsyncLifetime
{
    private readonly EmbeddedAmazonDynamoDB _sdk = new(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));

    public async Task InitializeAsync()
        => await _sdk.CreateTableAsync(new CreateTableRequest
        {
            TableName = "notes",
            KeySchema = [new KeySchemaElement("Id", KeyType.HASH)],
            AttributeDefinitions = [new AttributeDefinition("Id", ScalarAttributeType.S)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });

    public Task DisposeAsync()
    {
        _sdk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Saving_an_object_of_nulls_creates_no_item_and_clears_one()
    {
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => _sdk).Build();

        await context.SaveAsync(new Note { Id = "a" });
        (await CountAsync()).ShouldBe(0);

        await context.SaveAsync(new Note { Id = "a", Text = "x" });
        await context.SaveAsync(new Note { Id = "a" });
        (await _sdk.GetItemAsync("notes", new Dictionary<string, AttributeValue> { ["Id"] = new("a") })).Item.Keys.ShouldBe(["Id"]);
    }

    [Fact]
    public async Task Saving_an_object_of_a_key_creates_an_item()
    {
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => _sdk).Build();

        await context.SaveAsync(new Marker { Id = "a" });

        (await CountAsync()).ShouldBe(1);
    }

    private async Task<int?> CountAsync() => (await _sdk.ScanAsync(new ScanRequest("notes"))).Count;

    [DynamoDBTable("notes")]
    private sealed class Note
    {
        [DynamoDBHashKey]
        public string? Id { get; set; }

        public string? Text { get; set; }
    }

    [DynamoDBTable("notes")]
    private sealed class Marker
    {
        [DynamoDBHashKey]
        public string? Id { get; set; }
    }
}

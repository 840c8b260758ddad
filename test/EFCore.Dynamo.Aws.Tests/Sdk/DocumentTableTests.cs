using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Aws.Tests.Sdk;

/// <summary>The SDK's document model, which still speaks in legacy parameters, over the engine in process.</summary>
public sealed class DocumentTableTests : IAsyncLifetime
{
    private readonly EmbeddedAmazonDynamoDB _sdk = new(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));

    private Table Orders
        => new TableBuilder(_sdk, "orders").AddHashKey("customer", DynamoDBEntryType.String).AddRangeKey("number", DynamoDBEntryType.Numeric).Build();

    public async Task InitializeAsync()
    {
        await _sdk.CreateTableAsync(new CreateTableRequest
        {
            TableName = "orders",
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                new AttributeDefinition("customer", Amazon.DynamoDBv2.ScalarAttributeType.S),
                new AttributeDefinition("number", Amazon.DynamoDBv2.ScalarAttributeType.N),
            ],
            KeySchema = [new KeySchemaElement("customer", Amazon.DynamoDBv2.KeyType.HASH), new KeySchemaElement("number", Amazon.DynamoDBv2.KeyType.RANGE)],
        });
        for (var i = 1; i <= 5; i++)
        {
            await Orders.PutItemAsync(new Document { ["customer"] = "ann", ["number"] = i, ["total"] = i * 10, ["tags"] = new List<string> { "x", $"t{i}" } });
        }
    }

    public Task DisposeAsync()
    {
        _sdk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_update_sends_only_what_changed()
    {
        var updated = await Orders.UpdateItemAsync(
            new Document { ["customer"] = "ann", ["number"] = 2, ["total"] = 25, ["note"] = "late" },
            new UpdateItemOperationConfig { ReturnValues = ReturnValues.AllNewAttributes });

        updated["total"].AsInt().ShouldBe(25);
        updated["note"].AsString().ShouldBe("late");
        updated["tags"].AsListOfString().ShouldBe(["t2", "x"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_expected_document_guards_a_write()
    {
        var order = new Document { ["customer"] = "ann", ["number"] = 3, ["total"] = 31 };
        var config = new PutItemOperationConfig { Expected = new Document { ["total"] = 30 } };

        await Orders.PutItemAsync(order, config);
        await Should.ThrowAsync<ConditionalCheckFailedException>(() => Orders.PutItemAsync(order, config));

        var state = new ExpectedState { ConditionalOperator = ConditionalOperatorValues.Or };
        state.AddExpected("total", ScanOperator.GreaterThan, 100);
        state.AddExpected("gone", exists: false);
        await Orders.DeleteItemAsync("ann", 3, new DeleteItemOperationConfig { ExpectedState = state });
        (await Orders.GetItemAsync("ann", 3)).ShouldBeNull();
    }

    [Fact]
    public async Task A_query_takes_key_conditions_and_a_filter()
    {
        var filter = new QueryFilter("customer", QueryOperator.Equal, "ann");
        filter.AddCondition("number", QueryOperator.Between, 2, 5);
        filter.AddCondition("tags", ScanOperator.NotContains, "t4");

        var found = await Orders.Query(new QueryOperationConfig
        {
            Filter = filter,
            Select = SelectValues.SpecificAttributes,
            AttributesToGet = ["number"],
        }).GetRemainingAsync();

        found.ConvertAll(static document => document.ToJson()).ShouldBe(["""{"number":2}""", """{"number":3}""", """{"number":5}"""]);
    }

    [Fact]
    public async Task A_scan_takes_a_filter()
    {
        var filter = new ScanFilter();
        filter.AddCondition("total", ScanOperator.In, 10, 50, 70);

        var found = await Orders.Scan(new ScanOperationConfig { Filter = filter }).GetRemainingAsync();

        found.ConvertAll(static document => document["number"].AsInt()).ShouldBe([1, 5]);
    }

    [Fact]
    public async Task A_transaction_reads_documents()
    {
        var transaction = Orders.CreateTransactGet();
        transaction.AddKey("ann", 2);
        transaction.AddKey("ann", 99);
        transaction.AddKey("ann", 4);

        await transaction.ExecuteAsync();

        transaction.Results.ConvertAll(static document => document["total"].AsInt()).ShouldBe([20, 40]);
    }

    [Fact]
    public async Task A_transaction_of_a_context_reads_objects()
    {
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => _sdk).Build();
        var transaction = context.CreateTransactGet<Order>();
        transaction.AddKey("ann", 2);
        transaction.AddKey("ann", 99);

        await transaction.ExecuteAsync();

        transaction.Results.ConvertAll(static order => order.Total).ShouldBe([20]);
    }

    [DynamoDBTable("orders")]
    private sealed class Order
    {
        [DynamoDBHashKey("customer")]
        public string Customer { get; set; } = string.Empty;

        [DynamoDBRangeKey("number")]
        public int Number { get; set; }

        [DynamoDBProperty("total")]
        public int Total { get; set; }
    }
}

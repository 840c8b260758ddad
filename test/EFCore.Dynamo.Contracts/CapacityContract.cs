using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Consumed capacity, exact.</summary>
public abstract class CapacityContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Theory]
    [InlineData(0, false, 0.5)]
    [InlineData(0, true, 1)]
    [InlineData(4000, true, 1)]
    [InlineData(5000, true, 2)]
    [InlineData(5000, false, 1)]
    [InlineData(9000, false, 1.5)]
    public async Task A_read_costs_by_4_kilobytes(int textLength, bool consistent, double units)
    {
        var table = await CreateTableAsync();
        if (textLength > 0)
        {
            await PutAsync(table, "pk", "a", "text", new string('x', textLength));
        }

        var response = await Client.GetItemAsync(new GetItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            ConsistentRead = consistent,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });

        response.ConsumedCapacity.ShouldBe(new ConsumedCapacity { TableName = table, CapacityUnits = units });
    }

    [Fact]
    public async Task A_write_costs_by_the_larger_image_in_kilobytes()
    {
        var table = await CreateTableAsync();

        (await PutUnitsAsync(table, 100)).ShouldBe(1);
        (await PutUnitsAsync(table, 3000)).ShouldBe(3);
        (await PutUnitsAsync(table, 100)).ShouldBe(3);
        var deleted = await Client.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "never"),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        deleted.ConsumedCapacity.ShouldNotBeNull().CapacityUnits.ShouldBe(1);
    }

    [Fact]
    public async Task A_query_sums_before_it_rounds()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 10; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i, "text", new string('x', 1000));
        }

        var query = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :pk",
            FilterExpression = "attribute_not_exists(#t)",
            ExpressionAttributeNames = Names("#t", "text"),
            ExpressionAttributeValues = Attributes(":pk", "a"),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        };

        var eventual = await Client.QueryAsync(query);
        var strong = await Client.QueryAsync(query with { ConsistentRead = true, ReturnConsumedCapacity = ReturnConsumedCapacity.Total });

        eventual.Count.ShouldBe(0);
        eventual.ConsumedCapacity.ShouldBe(new ConsumedCapacity { TableName = table, CapacityUnits = 1.5, Table = new(1.5) });
        strong.ConsumedCapacity.ShouldBe(new ConsumedCapacity { TableName = table, CapacityUnits = 3 });
    }

    [Fact]
    public async Task An_index_costs_only_when_its_view_changes_and_twice_when_its_key_does()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("g", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new("by-g", [new("g", KeyType.PartitionKey)], new(ProjectionType.KeysOnly))],
        });

        async Task<double?> IndexUnitsAsync(Item item)
        {
            var capacity = (await Client.PutItemAsync(new PutItemRequest
            {
                TableName = table,
                Item = item,
                ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
            }))
                .ConsumedCapacity.ShouldNotBeNull();
            capacity.Table.ShouldNotBeNull().CapacityUnits.ShouldBe(1);
            capacity.LocalSecondaryIndexes.ShouldBeNull();
            var units = capacity.GlobalSecondaryIndexes?["by-g"].CapacityUnits;
            capacity.CapacityUnits.ShouldBe(1 + (units ?? 0));
            return units;
        }

        (await IndexUnitsAsync(Attributes("pk", "a"))).ShouldBeNull();
        (await IndexUnitsAsync(Attributes("pk", "a", "g", "1"))).ShouldBe(1);
        (await IndexUnitsAsync(Attributes("pk", "a", "g", "1", "n", 1))).ShouldBeNull();
        (await IndexUnitsAsync(Attributes("pk", "a", "g", "2"))).ShouldBe(2);
        (await IndexUnitsAsync(Attributes("pk", "a"))).ShouldBe(1);
    }

    [Fact]
    public async Task Transactions_cost_twice()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "text", new string('x', 5000));
        var write = new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Put = new() { TableName = table, Item = Attributes("pk", "b") } },
                new() { ConditionCheck = new() { TableName = table, Key = Attributes("pk", "a"), ConditionExpression = "attribute_exists(pk)" } },
            ],
            ClientRequestToken = Guid.NewGuid().ToString(),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        };

        var written = await Client.TransactWriteItemsAsync(write);
        await PutAsync(table, "pk", "a", "text", new string('x', 50_000));
        var replayed = await Client.TransactWriteItemsAsync(write);
        var read = await Client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems = [new() { TableName = table, Key = Attributes("pk", "b") }, new() { TableName = table, Key = Attributes("pk", "absent") }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });

        written.ConsumedCapacity.ShouldBe([new ConsumedCapacity { TableName = table, CapacityUnits = 12, WriteCapacityUnits = 12 }]);
        replayed.ConsumedCapacity.ShouldBe([new ConsumedCapacity { TableName = table, CapacityUnits = 6, ReadCapacityUnits = 6 }]);
        read.ConsumedCapacity.ShouldBe([new ConsumedCapacity { TableName = table, CapacityUnits = 4, ReadCapacityUnits = 4 }]);
    }

    [Fact]
    public async Task A_transaction_doubles_the_table_but_not_its_indexes()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("g", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new("by-g", [new("g", KeyType.PartitionKey)], new(ProjectionType.All))],
        });

        var written = await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems = [new() { Put = new() { TableName = table, Item = Attributes("pk", "a", "g", "1") } }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });

        var capacity = written.ConsumedCapacity.ShouldNotBeNull().ShouldHaveSingleItem();
        capacity.CapacityUnits.ShouldBe(3);
        capacity.WriteCapacityUnits.ShouldBe(3);
        capacity.Table.ShouldBe(new Operations.Capacity(2, null, 2));
        capacity.GlobalSecondaryIndexes.ShouldNotBeNull()["by-g"].ShouldBe(new Operations.Capacity(1, null, 1));
    }

    [Fact]
    public async Task A_query_of_an_index_costs_the_index_and_fetches_cost_the_table()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("l", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes = [new("local", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new(ProjectionType.KeysOnly))],
        });
        for (var i = 0; i < 3; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i, "l", i, "text", new string('x', 5000));
        }

        var query = new QueryRequest
        {
            TableName = table,
            IndexName = "local",
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = Attributes(":pk", "a"),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        };

        var projected = (await Client.QueryAsync(query)).ConsumedCapacity.ShouldNotBeNull();
        var fetched = (await Client.QueryAsync(query with { Select = Select.AllAttributes })).ConsumedCapacity.ShouldNotBeNull();

        projected.CapacityUnits.ShouldBe(0.5);
        projected.Table.ShouldBe(new Operations.Capacity(0));
        projected.LocalSecondaryIndexes.ShouldNotBeNull()["local"].ShouldBe(new Operations.Capacity(0.5));
        fetched.CapacityUnits.ShouldBe(3.5);
        fetched.Table.ShouldBe(new Operations.Capacity(3));
        fetched.LocalSecondaryIndexes.ShouldNotBeNull()["local"].ShouldBe(new Operations.Capacity(0.5));
    }

    [Fact]
    public async Task A_batch_rounds_each_item()
    {
        var table = await CreateTableAsync();

        var written = await Client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
            {
                [table] = [new() { PutItem = Attributes("pk", "a") }, new() { PutItem = Attributes("pk", "b", "text", new string('x', 1500)) }],
            },
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        var read = await Client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal)
            {
                [table] = new() { Keys = [Attributes("pk", "a"), Attributes("pk", "b"), Attributes("pk", "absent")] },
            },
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });

        written.ConsumedCapacity.ShouldBe([new ConsumedCapacity { TableName = table, CapacityUnits = 3 }]);
        read.ConsumedCapacity.ShouldBe([new ConsumedCapacity { TableName = table, CapacityUnits = 1.5 }]);
    }

    private async Task<double> PutUnitsAsync(string table, int textLength)
        => (await Client.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Attributes("pk", "a", "text", new string('x', textLength)),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        })).ConsumedCapacity.ShouldNotBeNull().CapacityUnits;
}

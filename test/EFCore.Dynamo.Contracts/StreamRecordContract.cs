using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>What stream records say, and which writes have one.</summary>
public abstract class StreamRecordContract(IDynamoEndpointFactory factory) : StreamSuite(factory)
{
    [Theory]
    [InlineData(StreamViewType.KeysOnly)]
    [InlineData(StreamViewType.NewImage)]
    [InlineData(StreamViewType.OldImage)]
    [InlineData(StreamViewType.NewAndOldImages)]
    public async Task Records_hold_the_images_of_the_view_type(StreamViewType viewType)
    {
        var table = await CreateStreamedTableAsync(viewType);
        var first = Attributes("pk", "a", "sk", "1", "n", 1);
        var second = Attributes("pk", "a", "sk", "1", "n", 2, "text", "äöü");
        await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = first });
        await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = second });
        await DeleteAsync(table, "pk", "a", "sk", "1");

        var records = await ReadAllAsync(table);

        var hasNew = viewType is StreamViewType.NewImage or StreamViewType.NewAndOldImages;
        var hasOld = viewType is StreamViewType.OldImage or StreamViewType.NewAndOldImages;
        records.Select(static record => record.EventName).ShouldBe([OperationType.Insert, OperationType.Modify, OperationType.Remove]);
        records.Select(static record => record.Dynamodb.NewImage).ShouldBe([hasNew ? first : null, hasNew ? second : null, null]);
        records.Select(static record => record.Dynamodb.OldImage).ShouldBe([null, hasOld ? first : null, hasOld ? second : null]);
        foreach (var record in records)
        {
            record.Dynamodb.Keys.ShouldBe(Attributes("pk", "a", "sk", "1"));
            record.Dynamodb.StreamViewType.ShouldBe(viewType);
        }
    }

    [Fact]
    public async Task Records_have_what_every_record_has()
    {
        var table = await CreateStreamedTableAsync();
        for (var i = 0; i < 5; i++)
        {
            await PutAsync(table, "pk", "a", "sk", "1", "n", i);
        }

        var records = await ReadAllAsync(table);

        records.Count.ShouldBe(5);
        foreach (var record in records)
        {
            record.EventId.ShouldMatch("^[0-9a-f]{32}$");
            record.EventVersion.ShouldBe("1.1");
            record.EventSource.ShouldBe("aws:dynamodb");
            record.AwsRegion.ShouldNotBeNullOrEmpty();
            record.UserIdentity.ShouldBeNull();
            record.Dynamodb.SequenceNumber.ShouldMatch("^[0-9]{21,40}$");
            record.Dynamodb.ApproximateCreationDateTime.ToUnixTimeMilliseconds().ShouldBe(
                record.Dynamodb.ApproximateCreationDateTime.ToUnixTimeSeconds() * 1000);
        }

        var numbers = records.ConvertAll(
            static record => System.Numerics.BigInteger.Parse(record.Dynamodb.SequenceNumber, System.Globalization.CultureInfo.InvariantCulture));
        numbers.ShouldBe(numbers.Order());
        numbers.Distinct().Count().ShouldBe(5);
        records.Select(static record => record.EventId).Distinct().Count().ShouldBe(5);
        (await ReadAllAsync(table)).Select(static record => record.EventId).ShouldBe(records.Select(static record => record.EventId));
    }

    /// <summary>The example of the developer guide: keys 5 bytes, new image 16 + 5, then 28 + 5.</summary>
    [Fact]
    public async Task Size_is_that_of_keys_and_images()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("Id", AttributeType.Number)],
            KeySchema = [new("Id", KeyType.PartitionKey)],
            StreamSpecification = new StreamSpecification(StreamEnabled: true, StreamViewType.NewAndOldImages),
        });
        await PutAsync(table, "Id", 101, "Message", "New item!");
        await PutAsync(table, "Id", 101, "Message", "This item has changed");
        await DeleteAsync(table, "Id", 101);

        (await ReadAllAsync(table)).Select(static record => record.Dynamodb.SizeBytes).ShouldBe([26, 59, 38]);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_has_no_record()
    {
        var table = await CreateStreamedTableAsync();
        var key = Attributes("pk", "a", "sk", "1");
        await PutAsync(table, "pk", "a", "sk", "1", "n", 1);

        await PutAsync(table, "pk", "a", "sk", "1", "n", 1.0m);
        await SetAsync(table, key, "n", 1);
        await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = key });
        await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = key, UpdateExpression = "REMOVE nothing" });
        await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a", "sk", "missing"),
            UpdateExpression = "REMOVE nothing, nobody.knows",
        });
        await DeleteAsync(table, "pk", "a", "sk", "other");
        await Client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>
            {
                [table] =
                [
                    new WriteRequest { PutItem = Attributes("pk", "a", "sk", "1", "n", 1) }, new WriteRequest { DeleteKey = Attributes("pk", "b", "sk", "1") },
                ],
            },
        });

        (await ReadAllAsync(table)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_fails_has_no_record()
    {
        var table = await CreateStreamedTableAsync();
        await PutAsync(table, "pk", "a", "sk", "1", "n", 1);

        await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Attributes("pk", "a", "sk", "1", "n", 2),
            ConditionExpression = "attribute_not_exists(pk)",
        }));
        await Should.ThrowAsync<TransactionCanceledException>(async () => await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Put = new() { TableName = table, Item = Attributes("pk", "b", "sk", "1") } },
                new() { Delete = new() { TableName = table, Key = Attributes("pk", "c", "sk", "1"), ConditionExpression = "attribute_exists(pk)" } },
            ],
        }));

        (await ReadAllAsync(table)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_update_that_makes_the_item_inserts()
    {
        var table = await CreateStreamedTableAsync();
        await SetAsync(table, Attributes("pk", "a", "sk", "1"), "n", 1);
        await Client.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Attributes("pk", "b", "sk", "1") });

        var records = await ReadAllAsync(table);

        records.Select(static record => record.EventName).ShouldBe([OperationType.Insert, OperationType.Insert]);
        records[0].Dynamodb.NewImage.ShouldBe(Attributes("pk", "a", "sk", "1", "n", 1));
        records[1].Dynamodb.NewImage.ShouldBe(Attributes("pk", "b", "sk", "1"));
    }

    [Fact]
    public async Task A_batch_has_a_record_for_each_item()
    {
        var table = await CreateStreamedTableAsync();
        await PutAsync(table, "pk", "a", "sk", "0");
        var requests = Enumerable.Range(1, 20).Select(i => new WriteRequest { PutItem = Attributes("pk", "a", "sk", $"{i:D2}") }).Append(new WriteRequest
        {
            DeleteKey = Attributes("pk", "a", "sk", "0"),
        }).ToList();
        await Client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>> { [table] = requests },
        });

        var records = await ReadAllAsync(table);

        records.Count(static record => record.EventName == OperationType.Insert).ShouldBe(21);
        records.Single(static record => record.EventName == OperationType.Remove).Dynamodb.Keys.ShouldBe(Attributes("pk", "a", "sk", "0"));
        records.Select(static record => record.Dynamodb.Keys).Distinct().Count().ShouldBe(21);
    }

    [Fact]
    public async Task A_transaction_has_a_record_for_each_item_that_it_changes()
    {
        var table = await CreateStreamedTableAsync();
        await PutAsync(table, "pk", "a", "sk", "1", "n", 1);
        await PutAsync(table, "pk", "a", "sk", "2", "n", 1);
        await PutAsync(table, "pk", "a", "sk", "3", "n", 1);
        var request = new TransactWriteItemsRequest
        {
            ClientRequestToken = Guid.NewGuid().ToString("N"),
            TransactItems =
            [
                new() { Put = new() { TableName = table, Item = Attributes("pk", "a", "sk", "4") } },
                new()
                {
                    Update = new()
                    {
                        TableName = table,
                        Key = Attributes("pk", "a", "sk", "1"),
                        UpdateExpression = "ADD n :one",
                        ExpressionAttributeValues = Attributes(":one", 1),
                    },
                },
                new() { Delete = new() { TableName = table, Key = Attributes("pk", "a", "sk", "2") } },
                new() { ConditionCheck = new() { TableName = table, Key = Attributes("pk", "a", "sk", "3"), ConditionExpression = "attribute_exists(pk)" } },
            ],
        };
        await Client.TransactWriteItemsAsync(request);
        await Client.TransactWriteItemsAsync(request);

        var records = (await ReadAllAsync(table))[3..];

        records.Count.ShouldBe(3);
        records.ToDictionary(static record => record.Dynamodb.Keys["sk"].GetString(), static record => record.EventName).ShouldBe(
            new Dictionary<string, OperationType> { ["4"] = OperationType.Insert, ["1"] = OperationType.Modify, ["2"] = OperationType.Remove },
            ignoreOrder: true);
        records.Single(static record => record.EventName == OperationType.Modify).Dynamodb.NewImage.ShouldBe(Attributes("pk", "a", "sk", "1", "n", 2));
    }

    [Fact]
    public async Task Records_of_one_item_are_in_the_order_of_its_writes()
    {
        var table = await CreateStreamedTableAsync();
        var key = Attributes("pk", "a", "sk", "1");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = key,
            UpdateExpression = "ADD n :one",
            ExpressionAttributeValues = Attributes(":one", 1),
        }).AsTask()));

        var records = await ReadAllAsync(table);

        records.ConvertAll(static record => record.Dynamodb.NewImage.ShouldNotBeNull()["n"].GetNumber().ToString()).ShouldBe(
            Enumerable.Range(1, 40).Select(static n => $"{n}"));
        for (var i = 1; i < records.Count; i++)
        {
            records[i].Dynamodb.OldImage.ShouldBe(records[i - 1].Dynamodb.NewImage);
        }
    }

    [Fact]
    public async Task Indexes_change_nothing_in_the_records()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("status", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new GlobalSecondaryIndex("by-status", [new("status", KeyType.PartitionKey)], new Projection(ProjectionType.KeysOnly))],
            StreamSpecification = new StreamSpecification(StreamEnabled: true, StreamViewType.KeysOnly),
        });
        await PutAsync(table, "pk", "a", "status", "new");
        await PutAsync(table, "pk", "a", "status", "old");

        var records = await ReadAllAsync(table);

        records.Select(static record => record.EventName).ShouldBe([OperationType.Insert, OperationType.Modify]);
        records.ShouldAllBe(static record => record.Dynamodb.NewImage == null && record.Dynamodb.OldImage == null);
    }
}

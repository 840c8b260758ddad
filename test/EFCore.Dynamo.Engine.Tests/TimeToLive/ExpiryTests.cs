using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.TimeToLive;

/// <summary>Deletion of expired items.</summary>
public sealed class ExpiryTests : ExpirySuite
{
    [Fact]
    public async Task An_expired_item_is_there_until_the_next_round_and_then_gone_with_its_index_entries()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 10);
        await PutAsync(client, "b", Now + TimeSpan.FromDays(3).Ticks / TimeSpan.TicksPerSecond);

        await AdvanceAsync(client, TimeSpan.FromSeconds(30));
        (await ScanAsync(client)).ShouldBe(["a", "b"], ignoreOrder: true);
        (await ScanAsync(client, "by-kind")).ShouldBe(["a", "b"], ignoreOrder: true);

        await AdvanceAsync(client, TimeSpan.FromHours(48));
        (await ScanAsync(client)).ShouldBe(["b"]);
        (await ScanAsync(client, "by-kind")).ShouldBe(["b"]);
        var table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;
        table.ItemCount.ShouldBe(1);
        table.GlobalSecondaryIndexes.ShouldNotBeNull().Single().ItemCount.ShouldBe(1);
        client.CountItems().ShouldBe(3); // the item, its index entry, its entry by expiry
    }

    [Fact]
    public async Task An_item_expires_after_its_second()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 60);

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));
        (await ScanAsync(client)).ShouldBe(["a"]);

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));
        (await ScanAsync(client)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_number_or_older_than_five_years_stays()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "text", AttributeValue.FromString("1"));
        await PutAsync(client, "none", null);
        await PutAsync(client, "too old", AttributeValue.FromNumber(Time.Now.AddYears(-5).ToUnixTimeSeconds() - 1));
        await PutAsync(client, "milliseconds", AttributeValue.FromNumber(Time.Now.ToUnixTimeMilliseconds()));
        await PutAsync(client, "negative", AttributeValue.FromNumber(-1));
        await PutAsync(client, "old", AttributeValue.FromNumber(Time.Now.AddYears(-5).ToUnixTimeSeconds() + 3600));
        await PutAsync(client, "fraction", AttributeValue.FromNumber(DynamoNumber.FromDecimal(Now - 0.5m)));

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        (await ScanAsync(client)).ShouldBe(["text", "none", "too old", "milliseconds", "negative"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_changed_expiry_counts_from_the_write_on()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "later", Now + 10);
        await PutAsync(client, "never", Now + 10);
        await PutAsync(client, "sooner", Now + 100_000);
        await UpdateAsync(client, "later", "SET expires = :v", Now + 200_000);
        await UpdateAsync(client, "never", "REMOVE expires", null);
        await UpdateAsync(client, "sooner", "SET expires = :v", Now + 1);

        await AdvanceAsync(client, TimeSpan.FromHours(1));

        (await ScanAsync(client)).ShouldBe(["later", "never"], ignoreOrder: true);
    }

    [Fact]
    public async Task Many_items_go_in_small_steps_and_more_than_one_round_is_not_needed()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutManyAsync(client, 1010, Now + 5);

        await AdvanceAsync(client, TimeSpan.FromMinutes(2));

        (await ScanAsync(client)).ShouldBeEmpty();
        client.CountItems().ShouldBe(0);
    }

    [Fact]
    public async Task Deletion_goes_on_after_a_reopen()
    {
        using (var client = Open())
        {
            await CreateTableAsync(client);
            await EnableAsync(client);
            await PutAsync(client, "a", Now + 5);
        }

        Time.Now += TimeSpan.FromDays(2);
        using var reopened = Open();
        (await ScanAsync(reopened)).ShouldBe(["a"]);
        await AdvanceAsync(reopened, TimeSpan.FromMinutes(1));
        (await ScanAsync(reopened)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Local_indexes_and_item_collections_follow()
    {
        using var client = Open();
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("l", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes = [new("local", [new("pk", KeyType.PartitionKey), new("l", KeyType.SortKey)], new(ProjectionType.All))],
        });
        await EnableAsync(client);
        for (var i = 0; i < 3; i++)
        {
            await client.PutItemAsync(new PutItemRequest
            {
                TableName = Table,
                Item = Item.Create(
                    ("pk", AttributeValue.FromString("p")),
                    ("sk", AttributeValue.FromNumber(i)),
                    ("l", AttributeValue.FromNumber(-i)),
                    ("expires", AttributeValue.FromNumber(Now + 5 + (i * 1000)))),
            });
        }

        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        (await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = "local",
            KeyConditionExpression = "pk = :p",
            ExpressionAttributeValues = Item.Create((":p", AttributeValue.FromString("p"))),
        })).Items.Select(static item => item["sk"].GetNumber().ToInt64()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Its_stream_record_is_the_services()
    {
        using var client = Open();
        await CreateTableAsync(client, StreamViewType.NewAndOldImages);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 5);
        await PutAsync(client, "b", Now + 5);
        await client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromString("b"))) });
        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        var arn = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.LatestStreamArn.ShouldNotBeNull();
        var removed = (await ReadStreamAsync(client, arn)).Where(static record => record.EventName == OperationType.Remove).ToList();

        removed.Count.ShouldBe(2);
        var byService = removed.Where(static record => record.UserIdentity is not null).ShouldHaveSingleItem();
        byService.UserIdentity.ShouldBe(new Identity("dynamodb.amazonaws.com", "Service"));
        byService.Dynamodb.Keys["pk"].GetString().ShouldBe("a");
        byService.Dynamodb.OldImage.GetValueOrDefault()["expires"].GetNumber().ToInt64().ShouldBe(Now - 55);
    }

    [Fact]
    public async Task A_write_between_two_rounds_saves_the_item()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutAsync(client, "a", Now + 5);

        // Expired, and not deleted yet: users may still change it.
        Time.Now += TimeSpan.FromSeconds(30);
        await UpdateAsync(client, "a", "SET expires = :v", Now + 100_000);
        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        (await ScanAsync(client)).ShouldBe(["a"]);
    }
}

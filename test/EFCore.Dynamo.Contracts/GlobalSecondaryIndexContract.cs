using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Global secondary indexes: maintenance, projections, sparseness, ties, multi-attribute keys.</summary>
public abstract class GlobalSecondaryIndexContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task An_index_follows_puts_updates_and_deletes()
    {
        var table = await CreateOrdersAsync();
        await PutAsync(table, "pk", "1", "status", "open", "at", 1);
        (await QueryAsync(table, "open")).ShouldBe(["1"]);

        await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "1"),
            UpdateExpression = "SET #s = :s",
            ExpressionAttributeNames = Names("#s", "status"),
            ExpressionAttributeValues = Attributes(":s", "paid"),
        });
        (await QueryAsync(table, "open")).ShouldBeEmpty();
        (await QueryAsync(table, "paid")).ShouldBe(["1"]);

        await PutAsync(table, "pk", "1", "status", "sent", "at", 1);
        (await QueryAsync(table, "paid")).ShouldBeEmpty();
        (await QueryAsync(table, "sent")).ShouldBe(["1"]);

        await Client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Attributes("pk", "1") });
        (await QueryAsync(table, "sent")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_without_an_index_key_attribute_is_not_in_the_index()
    {
        var table = await CreateOrdersAsync();
        await PutAsync(table, "pk", "1", "status", "open");
        await PutAsync(table, "pk", "2", "at", 1);
        await PutAsync(table, "pk", "3", "status", "open", "at", 1);

        (await QueryAsync(table, "open")).ShouldBe(["3"]);
        var scanned = await Client.ScanAsync(new ScanRequest { TableName = table, IndexName = "by-status" });
        scanned.Count.ShouldBe(1);
        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;
        description.ItemCount.ShouldBe(3);
        description.GlobalSecondaryIndexes.ShouldNotBeNull()[0].ItemCount.ShouldBe(1);
    }

    [Fact]
    public async Task Items_with_equal_index_keys_are_all_there_and_page_without_loss()
    {
        var table = await CreateOrdersAsync();
        for (var i = 0; i < 20; i++)
        {
            await PutAsync(table, "pk", $"{i}", "status", "open", "at", 7);
        }

        foreach (var forward in new[] { true, false })
        {
            var keys = new List<string>();
            Item? startKey = null;
            do
            {
                var page = await Client.QueryAsync(Query(table, "open") with { Limit = 3, ExclusiveStartKey = startKey, ScanIndexForward = forward });
                keys.AddRange(page.Items.Select(static item => item["pk"].GetString()));
                startKey = page.LastEvaluatedKey;
                startKey?.Count.ShouldBe(3);
            }
            while (startKey is not null);
            keys.Count.ShouldBe(20);
            keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        }
    }

    [Fact]
    public async Task Projections_hold_what_they_declare()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("g", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes =
            [
                new("all", [new("g", KeyType.PartitionKey)], new(ProjectionType.All)),
                new("keys", [new("g", KeyType.PartitionKey)], new(ProjectionType.KeysOnly)),
                new("some", [new("g", KeyType.PartitionKey)], new(ProjectionType.Include, ["x", "missing"])),
            ],
        });
        await PutAsync(table, "pk", "1", "g", "a", "x", 1, "y", Attributes("z", 2));

        (await ReadOneAsync(table, "all")).ShouldBe(Attributes("pk", "1", "g", "a", "x", 1, "y", Attributes("z", 2)));
        (await ReadOneAsync(table, "keys")).ShouldBe(Attributes("pk", "1", "g", "a"));
        (await ReadOneAsync(table, "some")).ShouldBe(Attributes("pk", "1", "g", "a", "x", 1));
        var query = Query(table, "a") with { IndexName = "keys", KeyConditionExpression = "g = :s", ExpressionAttributeNames = null };
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { Select = Select.AllAttributes }),
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index keys because its projection "
                + "type is not ALL");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ProjectionExpression = "x, y, pk" }),
            "One or more parameter values were invalid: Global secondary index keys does not project [x, y]");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ConsistentRead = true }), "Consistent reads are not supported on global secondary indexes");
    }

    [Fact]
    public async Task A_wrong_type_or_an_empty_value_of_an_index_key_is_refused()
    {
        var table = await CreateOrdersAsync();

        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "1", "status", 5),
            "One or more parameter values were invalid: Type mismatch for Index Key status Expected: S Actual: N IndexName: by-status");
        await ShouldBeInvalidAsync(
            () => PutAsync(table, "pk", "1", "status", string.Empty),
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-status, IndexKey: status");
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = table,
                Key = Attributes("pk", "1"),
                UpdateExpression = "SET #s = :s",
                ExpressionAttributeNames = Names("#s", "status"),
                ExpressionAttributeValues = Attributes(":s", 5),
            }),
            "One or more parameter values were invalid: Type mismatch for Index Key status Expected: S Actual: N IndexName: by-status");
        (await GetAsync(table, "pk", "1")).ShouldBeNull();
    }

    [Fact]
    public async Task Multi_attribute_keys_take_equality_on_all_partition_keys_and_a_range_on_the_last_sort_key_named()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions =
            [
                new("pk", AttributeType.String), new("country", AttributeType.String), new("city", AttributeType.String),
                new("year", AttributeType.Number), new("name", AttributeType.String),
            ],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes =
            [
                new(
                    "multi",
                    [new("country", KeyType.PartitionKey), new("city", KeyType.PartitionKey), new("year", KeyType.SortKey), new("name", KeyType.SortKey)],
                    new(ProjectionType.All)),
            ],
        });
        (string City, int Year, string Name)[] rows = [("Bern", 2, "b"), ("Bern", 2, "a"), ("Bern", 10, "a"), ("Basel", 1, "a"), ("Bern", 1, "z")];
        for (var i = 0; i < rows.Length; i++)
        {
            await PutAsync(table, "pk", $"{i}", "country", "CH", "city", rows[i].City, "year", rows[i].Year, "name", rows[i].Name);
        }

        await PutAsync(table, "pk", "9", "country", "CH", "city", "Bern", "year", 1);
        var query = new QueryRequest
        {
            TableName = table,
            IndexName = "multi",
            KeyConditionExpression = "country = :c AND city = :t",
            ExpressionAttributeValues = Attributes(":c", "CH", ":t", "Bern"),
        };

        var all = await Client.QueryAsync(query);
        var range = await Client.QueryAsync(query with
        {
            KeyConditionExpression = "country = :c AND city = :t AND #y = :y AND #n > :n",
            ExpressionAttributeNames = Names("#y", "year", "#n", "name"),
            ExpressionAttributeValues = Attributes(":c", "CH", ":t", "Bern", ":y", 2, ":n", "a"),
        });

        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with
            {
                KeyConditionExpression = "country = :c AND city = :t AND #n = :t",
                ExpressionAttributeNames = Names("#n", "name"),
            }),
            "RANGE key attributes year must have equality conditions specified in the query because a condition is present on key attribute name");
        all.Items.Select(static item => item["pk"].GetString()).ShouldBe(["4", "1", "0", "2"]);
        range.Items.Select(static item => item["pk"].GetString()).ShouldBe(["0"]);
    }

    [Fact]
    public async Task An_inverted_index_reads_the_table_the_other_way_round()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            GlobalSecondaryIndexes = [new("inverted", [new("sk", KeyType.PartitionKey), new("pk", KeyType.SortKey)], new(ProjectionType.All))],
        });
        foreach (var film in new[] { "c", "a", "b" })
        {
            await PutAsync(table, "pk", $"FILM#{film}", "sk", "ACTOR#1", "title", film);
        }

        await PutAsync(table, "pk", "FILM#a", "sk", "ACTOR#2");

        var titles = new List<string>();
        Item? startKey = null;
        do
        {
            var page = await Client.QueryAsync(new QueryRequest
            {
                TableName = table,
                IndexName = "inverted",
                KeyConditionExpression = "sk = :actor AND begins_with(pk, :film)",
                ExpressionAttributeValues = Attributes(":actor", "ACTOR#1", ":film", "FILM#"),
                Limit = 1,
                ExclusiveStartKey = startKey,
            });
            titles.AddRange(page.Items.Select(static item => item["title"].GetString()));
            startKey = page.LastEvaluatedKey;
            startKey?.Count.ShouldBe(2);
        }
        while (startKey is not null);

        titles.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_start_key_holds_table_and_index_keys()
    {
        var table = await CreateOrdersAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(Query(table, "open") with { ExclusiveStartKey = Attributes("pk", "1") }),
            "The provided starting key is invalid");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(Query(table, "open") with { ExclusiveStartKey = Attributes("pk", "1", "status", "open", "at", "text") }),
            "The provided key element does not match the schema");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(Query(table, "open") with { ExclusiveStartKey = Attributes("pk", 1, "status", "open", "at", 1) }),
            "The provided key element does not match the schema");
        await ShouldBeInvalidAsync(
            async () => await Client.ScanAsync(new ScanRequest { TableName = table, IndexName = "by-status", ExclusiveStartKey = Attributes("pk", "1") }),
            "The provided starting key is invalid");
    }

    [Fact]
    public async Task An_index_on_the_partition_key_alone_has_one_item_a_partition_and_nothing_to_go_on_from()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("g", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes =
            [
                new("same", [new("pk", KeyType.PartitionKey)], new(ProjectionType.All)),
                new("other", [new("g", KeyType.PartitionKey)], new(ProjectionType.All)),
            ],
        });
        foreach (var key in new[] { "a", "b", "c" })
        {
            await PutAsync(table, "pk", key, "g", "a");
        }

        var same = new QueryRequest
        {
            TableName = table,
            IndexName = "same",
            KeyConditionExpression = "pk = :a",
            ExpressionAttributeValues = Attributes(":a", "a"),
            Limit = 1,
        };
        (await Client.QueryAsync(same)).LastEvaluatedKey.ShouldBeNull();
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(same with { ExclusiveStartKey = Attributes("pk", "a") }),
            "The provided exclusive start key is invalid: ExclusiveStartKey: {pk=AttributeValue: {S:a}}");

        var other = same with { IndexName = "other", KeyConditionExpression = "g = :a" };
        var first = await Client.QueryAsync(other);
        var rest = await Client.QueryAsync(other with { Limit = null, ExclusiveStartKey = first.LastEvaluatedKey });
        first.Items.Concat(rest.Items).Select(static item => item["pk"].GetString()).Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_filter_on_what_the_index_does_not_project_finds_it_missing_in_a_scan_and_is_refused_by_a_query()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("g", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new("keys", [new("g", KeyType.PartitionKey)], new(ProjectionType.KeysOnly))],
        });
        await PutAsync(table, "pk", "1", "g", "a", "note", "n");
        await PutAsync(table, "pk", "2", "g", "a");
        var scan = new ScanRequest { TableName = table, IndexName = "keys", FilterExpression = "note = :n", ExpressionAttributeValues = Attributes(":n", "n") };

        (await Client.ScanAsync(scan)).Count.ShouldBe(0);
        (await Client.ScanAsync(scan)).ScannedCount.ShouldBe(2);
        (await Client.ScanAsync(scan with { FilterExpression = "NOT note = :n" })).Count.ShouldBe(2);
        (await Client.ScanAsync(scan with { FilterExpression = "attribute_not_exists(note)", ExpressionAttributeValues = null })).Count.ShouldBe(2);
        (await Client.ScanAsync(new ScanRequest
        {
            TableName = table,
            IndexName = "keys",
            ScanFilter = Conditions("note", ComparisonOperator.Null),
        })).Count.ShouldBe(2);
        await ShouldBeInvalidAsync(
            async () => await Client.ScanAsync(scan with { ProjectionExpression = "note" }),
            "One or more parameter values were invalid: Global secondary index keys does not project [note]");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(new QueryRequest
            {
                TableName = table,
                IndexName = "keys",
                KeyConditionExpression = "g = :n",
                FilterExpression = "note = :n",
                ExpressionAttributeValues = Attributes(":n", "n"),
            }),
            "One or more parameter values were invalid: Secondary index keys does not project one or more filter attributes: [note]");
    }

    private static Dictionary<string, Condition> Conditions(string attribute, ComparisonOperator comparison)
        => new(StringComparer.Ordinal) { [attribute] = new Condition { ComparisonOperator = comparison } };

    private static QueryRequest Query(string table, string status) => new()
    {
        TableName = table,
        IndexName = "by-status",
        KeyConditionExpression = "#s = :s",
        ExpressionAttributeNames = Names("#s", "status"),
        ExpressionAttributeValues = Attributes(":s", status),
    };

    private Task<string> CreateOrdersAsync() => CreateTableAsync(new CreateTableRequest
    {
        AttributeDefinitions = [new("pk", AttributeType.String), new("status", AttributeType.String), new("at", AttributeType.Number)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        GlobalSecondaryIndexes = [new("by-status", [new("status", KeyType.PartitionKey), new("at", KeyType.SortKey)], new(ProjectionType.All))],
    });

    private async Task<IEnumerable<string>> QueryAsync(string table, string status)
        => (await Client.QueryAsync(Query(table, status))).Items.Select(static item => item["pk"].GetString());

    private async Task<Item> ReadOneAsync(string table, string index)
        => (await Client.QueryAsync(new QueryRequest
        {
            TableName = table,
            IndexName = index,
            KeyConditionExpression = "g = :g",
            ExpressionAttributeValues = Attributes(":g", "a"),
        })).Items.ShouldHaveSingleItem();
}

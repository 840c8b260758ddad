using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Query on tables.</summary>
public abstract class QueryContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_partition_comes_in_sort_key_order()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        foreach (var number in new[] { 10, -3, 7, 0, 100 })
        {
            await PutAsync(table, "pk", "a", "sk", number);
        }

        await PutAsync(table, "pk", "b", "sk", 1);

        (await QueryAsync(table, "pk = :pk", Attributes(":pk", "a"))).ShouldBe([-3, 0, 7, 10, 100]);
        (await QueryAsync(table, "pk = :pk", Attributes(":pk", "a"), forward: false)).ShouldBe([100, 10, 7, 0, -3]);
    }

    [Theory]
    [InlineData("sk = :v", new[] { 5 })]
    [InlineData("sk < :v", new[] { 1, 2, 3, 4 })]
    [InlineData("sk <= :v", new[] { 1, 2, 3, 4, 5 })]
    [InlineData("sk > :v", new[] { 6, 7, 8, 9 })]
    [InlineData("sk >= :v", new[] { 5, 6, 7, 8, 9 })]
    [InlineData("sk BETWEEN :low AND :v", new[] { 3, 4, 5 })]
    public async Task A_sort_key_condition_cuts_a_range(string condition, int[] expected)
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 1; i < 10; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i);
        }

        var values = condition.Contains(":low", StringComparison.Ordinal) ? Attributes(":pk", "a", ":v", 5, ":low", 3) : Attributes(":pk", "a", ":v", 5);

        (await QueryAsync(table, $"pk = :pk AND {condition}", values)).ShouldBe(expected);
        (await QueryAsync(table, $"pk = :pk AND {condition}", values, forward: false)).ShouldBe(expected.Reverse());
    }

    [Fact]
    public async Task Query_on_sort_key_prefix_uses_begins_with()
    {
        var table = await CreateTableAsync(AttributeType.String);
        foreach (var key in new[] { "ORDER#1", "ORDER#2", "ORDER", "ORDER#", "PROFILE", "ORDES", "A" })
        {
            await PutAsync(table, "pk", "a", "sk", key);
        }

        var response = await Client.QueryAsync(Query(table, "pk = :pk AND begins_with(sk, :prefix)", Attributes(":pk", "a", ":prefix", "ORDER#")));

        response.Items.Select(static item => item["sk"].GetString()).ShouldBe(["ORDER#", "ORDER#1", "ORDER#2"]);
    }

    [Fact]
    public async Task Strings_sort_by_their_utf8_bytes()
    {
        var table = await CreateTableAsync(AttributeType.String);
        string[] keys = ["Z", "a", "ä", "\uFFFD", "𝄞", "aa", "a\0", "a b"];
        foreach (var key in keys)
        {
            await PutAsync(table, "pk", "p", "sk", key);
        }

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "p")));

        response.Items.Select(static item => item["sk"].GetString()).ShouldBe(["Z", "a", "a\0", "a b", "aa", "ä", "\uFFFD", "𝄞"]);
    }

    [Fact]
    public async Task Numbers_sort_by_value_over_their_whole_range()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        string[] sorted =
        [
            "-9.9999999999999999999999999999999999999E+125", "-123.456", "-1", "-1E-130", "0", "1E-130", "0.5", "1", "2", "10",
            "12345678901234567890123456789012345678", "9.9999999999999999999999999999999999999E+125",
        ];
        foreach (var text in sorted.Order(StringComparer.Ordinal))
        {
            await PutAsync(table, "pk", "p", "sk", DynamoNumber.Parse(text));
        }

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "p")));

        response.Items.Select(static item => item["sk"].GetNumber()).ShouldBe(sorted.Select(DynamoNumber.Parse));
    }

    [Fact]
    public async Task Binary_keys_sort_as_unsigned_bytes()
    {
        var table = await CreateTableAsync(AttributeType.Binary);
        byte[][] sorted = [[0], [0, 0], [0, 1], [1], [127], [128], [255], [255, 0]];
        foreach (var key in sorted.Reverse())
        {
            await PutAsync(table, "pk", "p", "sk", key);
        }

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "p")));

        response.Items.Select(static item => item["sk"].GetBinary().ToArray()).ShouldBe(sorted);
    }

    [Fact]
    public async Task The_filter_runs_after_the_limit()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 10; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i, "even", i % 2 == 0);
        }

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a", ":yes", true)) with
        {
            FilterExpression = "even = :yes",
            Limit = 4,
        });

        response.ScannedCount.ShouldBe(4);
        response.Count.ShouldBe(2);
        response.Items.Count.ShouldBe(2);
        response.LastEvaluatedKey.ShouldBe(Attributes("pk", "a", "sk", 3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_go_on_where_the_last_one_ended(bool forward)
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 10; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i);
        }

        var keys = new List<long>();
        Item? startKey = null;
        do
        {
            var page = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with
            {
                Limit = 3,
                ExclusiveStartKey = startKey,
                ScanIndexForward = forward,
            });
            keys.AddRange(page.Items.Select(static item => item["sk"].GetNumber().ToInt64()));
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);

        var expected = Enumerable.Range(0, 10).Select(static i => (long)i);
        keys.ShouldBe(forward ? expected : expected.Reverse());
    }

    [Fact]
    public async Task A_start_key_need_not_exist()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        await PutAsync(table, "pk", "a", "sk", 1);
        await PutAsync(table, "pk", "a", "sk", 3);

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with { ExclusiveStartKey = Attributes("pk", "a", "sk", 2) });

        response.Items.ShouldHaveSingleItem()["sk"].GetNumber().ToInt64().ShouldBe(3);
        response.LastEvaluatedKey.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_is_exactly_full_still_has_a_key()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        await PutAsync(table, "pk", "a", "sk", 1);

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with { Limit = 1 });

        response.LastEvaluatedKey.ShouldBe(Attributes("pk", "a", "sk", 1));
    }

    [Fact]
    public async Task A_page_ends_at_one_megabyte()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        var text = new string('x', 300_000);
        for (var i = 0; i < 6; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i, "text", text);
        }

        var first = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with { ProjectionExpression = "sk" });
        var second = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with { ExclusiveStartKey = first.LastEvaluatedKey });

        first.Count.ShouldBe(4);
        first.LastEvaluatedKey.ShouldBe(Attributes("pk", "a", "sk", 3));
        second.Count.ShouldBe(2);
        second.LastEvaluatedKey.ShouldBeNull();
    }

    [Fact]
    public async Task Count_returns_no_items()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        await PutAsync(table, "pk", "a", "sk", 1);
        await PutAsync(table, "pk", "a", "sk", 2);

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with { Select = Select.Count });

        response.Count.ShouldBe(2);
        response.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_projection_prunes_each_item()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        await PutAsync(table, "pk", "a", "sk", 1, "x", 1, "y", 2);

        var response = await Client.QueryAsync(Query(table, "pk = :pk", Attributes(":pk", "a")) with
        {
            ProjectionExpression = "x",
            Select = Select.SpecificAttributes,
        });

        response.Items.ShouldBe([Attributes("x", 1)]);
    }

    [Fact]
    public async Task Parameters_that_do_not_go_together_are_refused()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        var query = Query(table, "pk = :pk", Attributes(":pk", "a"));
        var cases = new (QueryRequest Request, string Message)[]
        {
            (query with { KeyConditionExpression = null, ExpressionAttributeValues = null },
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."),
            (query with { IndexName = "nope" }, "The table does not have the specified index: nope"),
            (
                query with { Select = Select.AllProjectedAttributes },
                "1 validation error detected: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"),
            (query with { Select = Select.SpecificAttributes },
                "1 validation error detected: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"),
            (
                query with { Select = Select.Count, ProjectionExpression = "x" },
                "1 validation error detected: Cannot specify the ProjectionExpression when choosing to get only the Count"),
            (
                query with { Select = Select.AllAttributes, ProjectionExpression = "x" },
                "1 validation error detected: Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES"),
            (query with { Limit = 0 },
                ByDialect("1 validation error detected: Value at 'Limit' failed", "1 validation error detected: Value '0' at 'limit' failed")
                    + " to satisfy constraint: Member must have value greater than or equal to 1"),
            (query with { FilterExpression = "sk > :pk" }, "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk"),
            (query with { ExclusiveStartKey = Attributes("pk", "a") }, "The provided starting key is invalid"),
            (query with { ExclusiveStartKey = Attributes("pk", "a", "sk", 1, "x", 1) }, "The provided starting key is invalid"),
            (query with { ExclusiveStartKey = Attributes("pk", "a", "sk", "text") }, "The provided key element does not match the schema"),
            (query with { ExclusiveStartKey = Attributes("pk", 1, "sk", 1) }, "The provided key element does not match the schema"),
            (
                query with { ExclusiveStartKey = Attributes("pk", "b", "sk", 1) },
                "The provided starting key is outside query boundaries based on provided conditions"),
            (Query(table, "pk = :pk AND sk > :v", Attributes(":pk", "a", ":v", 5)) with { ExclusiveStartKey = Attributes("pk", "a", "sk", 1) },
                "The provided starting key does not match the range key predicate"),
            (Query(table, "sk = :pk", Attributes(":pk", 1)), "Query condition missed key schema element: pk"),
            (Query(table, "pk = :pk AND sk = :v AND x = :v", Attributes(":pk", "a", ":v", 5)),
                "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)"),
            (Query(table, "pk = :pk", Attributes(":pk", 1)), "One or more parameter values were invalid: Condition parameter type does not match schema type"),
        };

        foreach (var (request, message) in cases)
        {
            await ShouldBeInvalidAsync(async () => await Client.QueryAsync(request), message);
        }
    }

    [Fact]
    public async Task A_start_key_value_that_no_key_can_have_is_refused()
    {
        var table = await CreateTableAsync(AttributeType.String);
        var query = Query(table, "pk = :pk", Attributes(":pk", "a"));

        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ExclusiveStartKey = Attributes("pk", "a", "sk", string.Empty) }),
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: sk");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ExclusiveStartKey = Attributes("pk", "a", "sk", new string('k', 1025)) }),
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }

    [Fact]
    public async Task A_table_without_sort_key_has_one_item_a_partition_and_nothing_to_go_on_from()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "x", "n", 1);
        var query = Query(table, "pk = :pk", Attributes(":pk", "x"));

        var page = await Client.QueryAsync(query with { Limit = 1 });

        page.Items.ShouldBe([Attributes("pk", "x", "n", 1)]);
        page.LastEvaluatedKey.ShouldBeNull();
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ExclusiveStartKey = Attributes("pk", "x") }),
            "The provided exclusive start key is invalid: ExclusiveStartKey: {pk=AttributeValue: {S:x}}");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ExclusiveStartKey = Attributes("pk", "y") }),
            "The provided starting key is outside query boundaries based on provided conditions");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { ExclusiveStartKey = Attributes("pk", 1) }), "The provided key element does not match the schema");
        (await Client.ScanAsync(new ScanRequest { TableName = table, ExclusiveStartKey = Attributes("pk", "x") })).Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_start_key_that_nothing_follows_is_named_whatever_its_type()
    {
        var numbers = await CreateTableAsync(partitionKeyType: AttributeType.Number);
        var bytes = await CreateTableAsync(partitionKeyType: AttributeType.Binary);

        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(Query(numbers, "pk = :pk", Attributes(":pk", 1)) with { ExclusiveStartKey = Attributes("pk", 1) }),
            "The provided exclusive start key is invalid: ExclusiveStartKey: {pk=AttributeValue: {N:1}}");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(Query(bytes, "pk = :pk", Attributes(":pk", new byte[] { 1, 2 })) with { ExclusiveStartKey = Attributes("pk", new byte[] { 1, 2 }) }),
            "The provided exclusive start key is invalid: ExclusiveStartKey: {pk=AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=2 cap=2]}}");
    }

    private static QueryRequest Query(string table, string condition, Item values)
        => new() { TableName = table, KeyConditionExpression = condition, ExpressionAttributeValues = values };

    private async Task<IEnumerable<int>> QueryAsync(string table, string condition, Item values, bool forward = true)
    {
        var response = await Client.QueryAsync(Query(table, condition, values) with { ScanIndexForward = forward });
        response.LastEvaluatedKey.ShouldBeNull();
        response.Count.ShouldBe(response.Items.Count);
        return response.Items.Select(static item => (int)item["sk"].GetNumber().ToInt64());
    }
}

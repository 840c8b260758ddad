using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>The legacy parameters of reads: <c>AttributesToGet</c>, <c>KeyConditions</c>, <c>QueryFilter</c>, <c>ScanFilter</c>.</summary>
public abstract class LegacyReadContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Mixed = "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: ";

    [Fact]
    public async Task Get_returns_the_attributes_asked_for()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "x", 1, "y", 2, "x.y", 3, "#z", 4);
        var get = new GetItemRequest { TableName = table, Key = Attributes("pk", "a") };

        (await Client.GetItemAsync(get with { AttributesToGet = ["y", "x.y", "#z", "gone"] })).Item.ShouldBe(Attributes("y", 2, "x.y", 3, "#z", 4));
        (await Client.GetItemAsync(get with { Key = Attributes("pk", "b"), AttributesToGet = ["y"] })).Item.ShouldBeNull();
    }

    [Fact]
    public async Task Batches_return_the_attributes_asked_for()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "x", 1, "y", 2);

        var response = await Client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = [Attributes("pk", "a")], AttributesToGet = ["x"] } },
        });

        response.Responses[table].ShouldBe([Attributes("x", 1)]);
    }

    [Theory]
    [InlineData(ComparisonOperator.Equal, 3, "3")]
    [InlineData(ComparisonOperator.LessThan, 3, "1 2")]
    [InlineData(ComparisonOperator.LessThanOrEqual, 3, "1 2 3")]
    [InlineData(ComparisonOperator.GreaterThan, 3, "4 5")]
    [InlineData(ComparisonOperator.GreaterThanOrEqual, 3, "3 4 5")]
    public async Task Key_conditions_restrict_the_sort_key(ComparisonOperator comparison, int value, string expected)
    {
        var table = await CreateItemsAsync();

        (await QuerySortKeysAsync(KeyQuery(table, ("sk", comparison, [value])))).ShouldBe(expected);
    }

    [Fact]
    public async Task Key_conditions_take_ranges_and_prefixes_and_stand_beside_expressions()
    {
        var table = await CreateItemsAsync();
        (await QuerySortKeysAsync(KeyQuery(table))).ShouldBe("1 2 3 4 5");
        (await QuerySortKeysAsync(KeyQuery(table, ("sk", ComparisonOperator.Between, [2, 4])) with { ScanIndexForward = false })).ShouldBe("4 3 2");
        (await QuerySortKeysAsync(KeyQuery(table) with
        {
            FilterExpression = "n > :n",
            ProjectionExpression = "sk",
            ExpressionAttributeValues = Attributes(":n", 30),
        })).ShouldBe("4 5");

        var texts = await CreateTableAsync(AttributeType.String);
        await PutAsync(texts, "pk", "a", "sk", "order-1");
        await PutAsync(texts, "pk", "a", "sk", "other");
        (await Client.QueryAsync(KeyQuery(texts, ("sk", ComparisonOperator.BeginsWith, ["order"])))).Items.ShouldBe([Attributes("pk", "a", "sk", "order-1")]);
    }

    [Fact]
    public async Task Filters_apply_after_the_limit()
    {
        var table = await CreateItemsAsync();
        var query = KeyQuery(table) with { QueryFilter = Conditions(("n", ComparisonOperator.GreaterThan, [10]), ("n2", ComparisonOperator.Null, [])) };

        (await QuerySortKeysAsync(query)).ShouldBe("2 3 4 5");
        (await QuerySortKeysAsync(query with { ConditionalOperator = ConditionalOperator.Or })).ShouldBe("1 2 3 4 5");
        var page = await Client.QueryAsync(query with { Limit = 2, AttributesToGet = ["n"] });
        page.Items.ShouldBe([Attributes("n", 20)]);
        page.ScannedCount.ShouldBe(2);
        page.LastEvaluatedKey.ShouldBe(Attributes("pk", "a", "sk", 2));
    }

    [Fact]
    public async Task Scans_filter_by_any_attribute()
    {
        var table = await CreateItemsAsync();
        var scan = new ScanRequest
        {
            TableName = table,
            ScanFilter = Conditions(("sk", ComparisonOperator.In, [1, 5, 9]), ("pk", ComparisonOperator.Equal, ["b"])),
        };

        (await Client.ScanAsync(scan)).Count.ShouldBe(0);
        var either = await Client.ScanAsync(scan with { ConditionalOperator = ConditionalOperator.Or, AttributesToGet = ["sk"] });
        either.ScannedCount.ShouldBe(6);
        either.Items.Select(static item => item["sk"].GetInt64()).Order().ShouldBe([1, 5, 7]);
        (await Client.ScanAsync(scan with { ConditionalOperator = ConditionalOperator.And, Select = Select.Count })).ScannedCount.ShouldBe(6);
    }

    [Fact]
    public async Task Attributes_to_get_obey_the_projection_of_an_index()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("status", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            GlobalSecondaryIndexes = [new GlobalSecondaryIndex("by-status", [new("status", KeyType.PartitionKey)], new Projection(ProjectionType.KeysOnly))],
            LocalSecondaryIndexes = [new LocalSecondaryIndex(
                "local", [new("pk", KeyType.PartitionKey), new("status", KeyType.SortKey)], new Projection(ProjectionType.KeysOnly))],
        });
        await PutAsync(table, "pk", "a", "sk", 1, "status", "open", "x", 1);
        var query = new QueryRequest { TableName = table, IndexName = "by-status", KeyConditions = Conditions(("status", ComparisonOperator.Equal, ["open"])) };

        (await Client.QueryAsync(query with { AttributesToGet = ["sk"] })).Items.ShouldBe([Attributes("sk", 1)]);
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { AttributesToGet = ["sk", "x"] }),
            Invalid + "Global secondary index by-status does not project [x]");
        (await Client.QueryAsync(query with
        {
            IndexName = "local",
            KeyConditions = Conditions(("pk", ComparisonOperator.Equal, ["a"])),
            AttributesToGet = ["x"],
        }))
            .Items.ShouldBe([Attributes("x", 1)]);
    }

    [Fact]
    public async Task Queries_that_are_none_are_refused()
    {
        var table = await CreateItemsAsync();
        var query = KeyQuery(table);
        var cases = new (QueryRequest Request, string Message)[]
        {
            (query with { KeyConditions = Conditions() }, "Conditions can be of length 1 or 2 only"),
            (KeyQuery(table, ("sk", ComparisonOperator.Equal, [1]), ("n", ComparisonOperator.Equal, [1])),
                "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)"),
            (query with { KeyConditions = Conditions(("sk", ComparisonOperator.Equal, [1])) }, "Query condition missed key schema element: pk"),
            (KeyQuery(table, ("n", ComparisonOperator.Equal, [1])), "Query condition missed key schema element: sk"),
            (query with { KeyConditions = Conditions(("pk", ComparisonOperator.GreaterThan, ["a"])) }, "Query key condition not supported"),
            (KeyQuery(table, ("sk", ComparisonOperator.NotEqual, [1])), "Attempted conditional constraint is not an indexable operation"),
            (KeyQuery(table, ("sk", ComparisonOperator.In, [1])), "Attempted conditional constraint is not an indexable operation"),
            (KeyQuery(table, ("sk", ComparisonOperator.Equal, ["text"])), Invalid + "Condition parameter type does not match schema type"),
            (KeyQuery(table, ("sk", ComparisonOperator.BeginsWith, [1])), Invalid + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type"),
            (
                KeyQuery(table, ("sk", ComparisonOperator.Between, [2, 1])),
                "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"),
            (
                query with { QueryFilter = Conditions(("sk", ComparisonOperator.Equal, [1])) },
                "QueryFilter can only contain non-primary key attributes: Primary key attribute: sk"),
            (
                query with { QueryFilter = Conditions(("n", ComparisonOperator.Null, [1])) },
                Invalid + "Invalid number of argument(s) for the NULL ComparisonOperator"),
            (query with { QueryFilter = Conditions(("n", null, [])) },
                "1 validation error detected: Value null at 'queryFilter.n.member.comparisonOperator' failed to satisfy constraint: Member must not be null"),
            (query with { ConditionalOperator = ConditionalOperator.And }, "ConditionalOperator cannot be used without Filter or Expected"),
            (query with { QueryFilter = Conditions(("n", ComparisonOperator.NotNull, [])), ConditionalOperator = ConditionalOperator.And },
                "ConditionalOperator can only be used when Filter or Expected has two or more elements"),
            (query with { AttributesToGet = ["x", "x"] }, Invalid + "Duplicate value in attribute name: x"),
            (
                query with { AttributesToGet = ["x"], Select = Select.AllAttributes },
                "1 validation error detected: Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES"),
            (
                query with { AttributesToGet = ["x"], Select = Select.Count },
                "1 validation error detected: Cannot specify the AttributesToGet when choosing to get only the Count"),
        };

        foreach (var (request, message) in cases)
        {
            await ShouldBeInvalidAsync(async () => await Client.QueryAsync(request), message);
        }

        (await Client.QueryAsync(query with { AttributesToGet = ["sk"], Select = Select.SpecificAttributes, Limit = 1 })).Items.ShouldBe([Attributes("sk", 1)]);
    }

    [Fact]
    public async Task An_empty_list_of_attributes_is_refused()
    {
        const string message = "Value '[]' at '{0}' failed to satisfy constraint: Member must have length greater than or equal to 1";
        var table = await CreateTableAsync();
        foreach (var call in new Func<Task>[]
        {
            async () => await Client.GetItemAsync(new GetItemRequest { TableName = table, Key = Attributes("pk", "a"), AttributesToGet = [] }),
            async () => await Client.ScanAsync(new ScanRequest { TableName = table, AttributesToGet = [] }),
        })
        {
            await ShouldBeInvalidAsync(call, "1 validation error detected: " + message.Replace("{0}", "attributesToGet", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Scans_that_are_none_are_refused_before_the_table_is_looked_up()
    {
        var scan = new ScanRequest { TableName = "no-such-table" };
        var cases = new (ScanRequest Request, string Message)[]
        {
            (
                scan with { ScanFilter = Conditions(("x", ComparisonOperator.LessThan, [true])) },
                Invalid + "ComparisonOperator LT is not valid for BOOL AttributeValue type"),
            (scan with { ConditionalOperator = ConditionalOperator.Or }, "ConditionalOperator cannot be used without Filter or Expected"),
            (scan with { AttributesToGet = ["a", "b", "a"] }, Invalid + "Duplicate value in attribute name: a"),
        };

        foreach (var (request, message) in cases)
        {
            await ShouldBeInvalidAsync(async () => await Client.ScanAsync(request), message);
        }
    }

    [Fact]
    public async Task Expressions_and_legacy_parameters_exclude_each_other()
    {
        var key = Attributes("pk", "a");
        var query = KeyQuery("no-such-table");
        var filter = Conditions(("x", ComparisonOperator.Null, []));

        await ShouldBeInvalidAsync(
            async () => await Client.GetItemAsync(new GetItemRequest { TableName = "no-such-table", Key = key, AttributesToGet = ["x"], ProjectionExpression = "x" }),
            Mixed + "{AttributesToGet} Expression parameters: {ProjectionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.BatchGetItemAsync(new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes>
                {
                    ["one"] = new() { Keys = [key], AttributesToGet = ["x"] },
                    ["two"] = new() { Keys = [key], ProjectionExpression = "x" },
                },
            }),
            Mixed + "{AttributesToGet} Expression parameters: {ProjectionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.ScanAsync(new ScanRequest { TableName = "no-such-table", ScanFilter = filter, ProjectionExpression = "x", FilterExpression = "x" }),
            Mixed + "{ScanFilter} Expression parameters: {ProjectionExpression, FilterExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with
            {
                AttributesToGet = ["x"],
                QueryFilter = filter,
                ConditionalOperator = ConditionalOperator.And,
                ProjectionExpression = "x",
                FilterExpression = "x",
                KeyConditionExpression = "x",
            }),
            Mixed
                + "{AttributesToGet, QueryFilter, ConditionalOperator, KeyConditions} Expression parameters: {ProjectionExpression, FilterExpression, "
                + "KeyConditionExpression}");
        await ShouldBeInvalidAsync(
            async () => await Client.QueryAsync(query with { QueryFilter = filter, ProjectionExpression = "x" }),
            Mixed + "{QueryFilter} Expression parameters: {ProjectionExpression}");
    }

    private static Dictionary<string, Condition> Conditions(params (string Attribute, ComparisonOperator? Comparison, object?[] Values)[] conditions)
        => conditions.ToDictionary(
            static condition => condition.Attribute,
            static condition => new Condition { ComparisonOperator = condition.Comparison, AttributeValueList = Array.ConvertAll(condition.Values, Value) },
            StringComparer.Ordinal);

    private static QueryRequest KeyQuery(string table, params (string Attribute, ComparisonOperator? Comparison, object?[] Values)[] more)
        => new() { TableName = table, KeyConditions = Conditions([("pk", ComparisonOperator.Equal, ["a"]), .. more]) };

    /// <summary>Five items of partition <c>a</c>, one of <c>b</c>.</summary>
    private async Task<string> CreateItemsAsync()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 1; i <= 5; i++)
        {
            await PutAsync(table, "pk", "a", "sk", i, "n", i * 10);
        }

        await PutAsync(table, "pk", "b", "sk", 7, "n", 70);
        return table;
    }

    private async Task<string> QuerySortKeysAsync(QueryRequest request)
        => string.Join(' ', (await Client.QueryAsync(request)).Items.Select(static item => item["sk"].GetInt64()));
}

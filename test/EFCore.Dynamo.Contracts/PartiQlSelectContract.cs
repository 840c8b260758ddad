using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ExecuteStatement of SELECT: what it returns, which keys it reads, and how it pages.</summary>
public abstract class PartiQlSelectContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Whole_item_is_selected_by_its_key()
    {
        var table = await CreateOrdersAsync();

        (await SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = 'c1' AND sk = 2")).ShouldBe([Order("c1", 2)]);
        (await SelectAsync($"select * from \"{table}\" where pk = ? and sk = ?", "c1", 2)).ShouldBe([Order("c1", 2)]);
        (await SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = 'nobody' AND sk = 1")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pk = 'c1'", "c1/1 c1/2 c1/3 c1/4 c1/5", 0.5)]
    [InlineData("'c1' = pk AND sk > 3", "c1/4 c1/5", 0.5)]
    [InlineData("pk = 'c1' AND 3 >= sk", "c1/1 c1/2 c1/3", 0.5)]
    [InlineData("pk = 'c1' AND sk >= 2 AND sk <= 3", "c1/2 c1/3", 0.5)]
    [InlineData("pk = 'c1' AND sk > 1 AND sk < 4", "c1/2 c1/3", 0.5)]
    [InlineData("pk = 'c1' AND sk BETWEEN 4 AND 9", "c1/4 c1/5", 0.5)]
    [InlineData("pk = 'c1' AND sk <> 3 AND total < 30", "c1/1 c1/2", 0.5)]
    [InlineData("pk = 'c1' AND sk IN [5, 1, 1, 9]", "c1/1 c1/5", 1.5)]
    [InlineData("pk IN ['c2', 'c1', 'c2'] AND sk = 1", "c2/1 c1/1", 1)]
    [InlineData("pk IN ('c1', 'c3') AND NOT sk < 5", "c1/5 c3/5", 1)]
    [InlineData("pk = 'c1' AND sk = 1 OR pk = 'c2' AND sk = 2", "c1/1 c2/2", 1)]
    [InlineData("(pk = 'c1' OR pk = 'c2') AND sk >= 5", "c1/5 c2/5", 1)]
    [InlineData("pk = 'c1' AND sk < 2 OR pk = 'c1' AND sk >= 1 AND sk < 3", "c1/1 c1/2", 0.5)]
    [InlineData("pk = 'c1' AND sk = 1 OR pk = 'c1' AND sk = 1", "c1/1", 0.5)]
    [InlineData("pk IN [] AND sk = 1", "", 0.5)]
    [InlineData("pk = 'c1' AND pk = 'c2'", "", 0.5)]
    [InlineData("pk = 'c1' AND sk >= 4 AND sk <= 2", "", 0.5)]
    public async Task Condition_on_the_partition_key_reads_by_key(string where, string expected, double units)
    {
        var table = await CreateOrdersAsync();

        var response = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT * FROM \"{table}\" WHERE {where}", ReturnConsumedCapacity = ReturnConsumedCapacity.Total });

        Keys(response.Items).ShouldBe(expected);
        response.ConsumedCapacity!.CapacityUnits.ShouldBe(units);
        response.ConsumedCapacity.TableName.ShouldBe(table);
        response.NextToken.ShouldBeNull();
        response.LastEvaluatedKey.ShouldBeNull();
    }

    [Theory]
    [InlineData("", 15)]
    [InlineData("WHERE total = 10", 3)]
    [InlineData("WHERE sk = 1", 3)]
    [InlineData("WHERE pk > 'c1'", 10)]
    [InlineData("WHERE pk = 'c1' OR total = 50", 7)]
    [InlineData("WHERE NOT pk = 'c1'", 10)]
    [InlineData("WHERE pk <> 'c1' AND sk = 1", 2)]
    [InlineData("WHERE info.city = 'Bern' AND tags[0] = 't'", 15)]
    [InlineData("WHERE absent IS MISSING AND pk IS NOT MISSING", 15)]
    public async Task Statement_without_a_partition_key_is_a_scan(string where, int count)
    {
        var table = await CreateOrdersAsync();

        var response = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT * FROM \"{table}\" {where}", ReturnConsumedCapacity = ReturnConsumedCapacity.Total });

        response.Items!.Count.ShouldBe(count);
        response.ConsumedCapacity!.CapacityUnits.ShouldBe(1.5); // all 15 items of 600 bytes
    }

    [Fact]
    public async Task Paths_are_returned_under_their_last_name()
    {
        var table = await CreateOrdersAsync();

        (await SelectAsync($"SELECT sk, info.city, tags[1], absent FROM \"{table}\" WHERE pk = 'c1' AND sk = 1"))
            .ShouldBe([Attributes("sk", 1, "city", "Bern", "tags[1]", "u")]);
        (await SelectAsync($"SELECT absent FROM \"{table}\" WHERE pk = 'c1' AND sk = 1")).ShouldBe([Item.Empty]);
    }

    [Fact]
    public async Task Order_by_reads_partitions_and_sort_keys_in_its_direction()
    {
        var table = await CreateOrdersAsync();

        Keys(await SelectAsync($"SELECT pk, sk FROM \"{table}\" WHERE pk = 'c1' AND sk < 4 ORDER BY sk DESC")).ShouldBe("c1/3 c1/2 c1/1");
        Keys(await SelectAsync($"SELECT pk, sk FROM \"{table}\" WHERE pk = 'c1' AND sk IN [1, 5, 3] ORDER BY sk DESC")).ShouldBe("c1/5 c1/3 c1/1");
        Keys(await SelectAsync($"SELECT pk, sk FROM \"{table}\" WHERE pk IN ['c2', 'c3', 'c1'] AND sk = 1 ORDER BY pk")).ShouldBe("c1/1 c2/1 c3/1");
        Keys(await SelectAsync($"SELECT pk, sk FROM \"{table}\" WHERE pk IN ['c2', 'c3'] AND sk > 4 ORDER BY pk DESC, sk ASC")).ShouldBe("c3/5 c2/5");
    }

    [Fact]
    public async Task Order_by_needs_a_partition_key_and_key_attributes()
    {
        var table = await CreateOrdersAsync();

        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM \"{table}\" ORDER BY sk"), "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = 'c1' ORDER BY total"), "Variable reference total in ORDER BY clause must be part of the primary key");
    }

    [Theory]
    [InlineData("pk = 'c1'", 5)]
    [InlineData("pk IN ['c1', 'c2']", 10)]
    [InlineData("pk IN ['c1', 'c2'] AND sk IN [1, 3]", 4)]
    [InlineData("sk > 2", 9)]
    [InlineData("pk = 'c1' AND sk = 2", 1)]
    public async Task Pages_join_to_the_whole_result(string where, int count)
    {
        var table = await CreateOrdersAsync();
        for (var limit = 1; limit <= 4; limit++)
        {
            var request = new ExecuteStatementRequest { Statement = $"SELECT * FROM \"{table}\" WHERE {where}", Limit = limit };
            var items = new List<Item>();
            var pages = 0;
            do
            {
                var page = await Client.ExecuteStatementAsync(request);
                page.Items!.Count.ShouldBeLessThanOrEqualTo(limit);
                (page.NextToken is null).ShouldBe(page.LastEvaluatedKey is null);
                items.AddRange(page.Items);
                request = request with { NextToken = page.NextToken };
                pages++;
            }
            while (request.NextToken is not null);

            items.Distinct().Count().ShouldBe(count);
            items.Count.ShouldBe(count);
            pages.ShouldBeGreaterThanOrEqualTo((count + limit - 1) / limit);
        }
    }

    [Fact]
    public async Task Page_ends_at_one_megabyte()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 4; i++)
        {
            await PutAsync(table, "pk", "big", "sk", i, "data", new string('x', 390_000));
        }

        var page = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = 'big'" });

        page.Items!.Count.ShouldBe(3);
        page.LastEvaluatedKey.ShouldBe(Attributes("pk", "big", "sk", 2));
        var rest = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = 'big'", NextToken = page.NextToken });
        rest.Items.ShouldBe([Attributes("sk", 3)]);
        rest.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task Token_belongs_to_its_statement_and_parameters()
    {
        var table = await CreateOrdersAsync();
        var request = new ExecuteStatementRequest { Statement = $"SELECT * FROM \"{table}\" WHERE pk = ?", Parameters = [Value("c1")], Limit = 2 };
        var token = (await Client.ExecuteStatementAsync(request)).NextToken;
        token.ShouldNotBeNull();

        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = ?", NextToken = token }), "NextToken does not match request");
        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { Parameters = [Value("c2")], NextToken = token }), "NextToken does not match request");
        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { NextToken = "!no token!" }), "Invalid NextToken");
        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { NextToken = Convert.ToBase64String(new byte[60]) }), "Invalid NextToken");
        (await Client.ExecuteStatementAsync(request with { NextToken = token, Limit = 1 })).Items.ShouldBe([Order("c1", 3)]);
    }

    [Fact]
    public async Task Consistent_read_costs_twice()
    {
        var table = await CreateOrdersAsync();
        var request = new ExecuteStatementRequest
        {
            Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'c1'",
            ConsistentRead = true,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        };

        var consumed = (await Client.ExecuteStatementAsync(request)).ConsumedCapacity!;

        consumed.CapacityUnits.ShouldBe(1);
        consumed.Table!.CapacityUnits.ShouldBe(1);
    }

    [Fact]
    public async Task Index_is_read_by_its_own_keys()
    {
        var table = await CreateIndexedAsync();

        var response = await Client.ExecuteStatementAsync(new()
        {
            Statement = $"SELECT pk, rank FROM \"{table}\".\"by-group\" WHERE grp = 'g' AND rank >= 2 ORDER BY rank DESC",
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
            Limit = 1,
        });
        response.Items.ShouldBe([Attributes("pk", "c", "rank", 3)]);
        response.LastEvaluatedKey.ShouldBe(Attributes("pk", "c", "grp", "g", "rank", 3));
        response.ConsumedCapacity!.GlobalSecondaryIndexes!["by-group"].CapacityUnits.ShouldBe(0.5);
        (await SelectAsync($"SELECT * FROM {Quote(table)}.\"by-group\" WHERE grp = 'g' AND rank = 1")).ShouldBe([Attributes("pk", "a", "grp", "g", "rank", 1)]);
        (await SelectAsync($"SELECT * FROM {Quote(table)}.\"by-group\"")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Index_refuses_what_a_query_of_it_refuses()
    {
        var table = await CreateIndexedAsync();

        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT other FROM {Quote(table)}.\"by-group\" WHERE grp = 'g'"),
            "One or more parameter values were invalid: Global secondary index by-group does not project [other]");
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM {Quote(table)}.\"by-group\" WHERE grp = 'g' AND other = 'x'"),
            "One or more parameter values were invalid: Secondary index by-group does not project one or more filter attributes: [other]");
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM {Quote(table)}.\"by-group\" WHERE grp = 'g' AND NOT attribute_exists(other) AND (rank = 1 OR rank = 2)"),
            "One or more parameter values were invalid: Secondary index by-group does not project one or more filter attributes: [other]");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = $"SELECT * FROM {Quote(table)}.\"by-group\" WHERE grp = 'g'", ConsistentRead = true }),
            "Strongly consistent read is not supported on Global Secondary Indexes");
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM {Quote(table)}.\"by-none\""), "The table does not have the specified index");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = $"SELECT * FROM {Quote(table)}.\"by-none\"", ConsistentRead = true }), "The table does not have the specified index");
    }

    [Theory]
    [InlineData("other = 'x'", "")]
    [InlineData("NOT other = 'x'", "a b c")]
    [InlineData("other <> 'x'", "a b c")]
    [InlineData("attribute_not_exists(other)", "a b c")]
    [InlineData("rank > 1 AND NOT other = 'x'", "b c")]
    [InlineData("grp = 'g' AND (other = 'x' OR rank = 2)", "b")]
    [InlineData("grp = 'g' AND rank = 1 OR grp = 'g' AND other = 'x'", "a")]
    [InlineData("grp = 'g' AND NOT (other = 'y' OR rank = 2)", "a c")]
    public async Task Attribute_that_an_index_does_not_project_is_missing_where_the_read_has_no_key_and_inside_an_or(string where, string expected)
    {
        var table = await CreateIndexedAsync();

        var items = await SelectAsync($"SELECT pk FROM {Quote(table)}.\"by-group\" WHERE {where}");

        string.Join(' ', items.Select(static item => item["pk"].GetString()).Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("attribute_exists(total)", 15)]
    [InlineData("attribute_exists(absent)", 0)]
    [InlineData("Attribute_Not_Exists(absent) AND pk = 'c1'", 5)]
    [InlineData("NOT ATTRIBUTE_EXISTS(absent) AND sk = 1", 3)]
    [InlineData("attribute_exists(absent) OR sk = 2", 3)]
    [InlineData("attribute_exists(info.city) = true AND attribute_exists(tags[1])", 15)]
    [InlineData("attribute_exists(info.street) = false AND attribute_not_exists(tags[2])", 15)]
    [InlineData("pk = 'c2' AND attribute_exists(sk)", 5)]
    public async Task Where_asks_whether_an_attribute_exists(string where, int count)
    {
        var table = await CreateOrdersAsync();

        (await SelectAsync($"SELECT * FROM \"{table}\" WHERE {where}")).Count.ShouldBe(count);
    }

    [Fact]
    public async Task What_is_wrong_with_a_statement_is_said_with_its_place()
    {
        var table = await CreateOrdersAsync();

        await ShouldBeInvalidAsync(
            () => SelectAsync("SELECT * FROM \"not-there\" WHERE attribute_exists('a')"),
            "Operator or function requires a document path; operator or function: attribute_exists");
        await ShouldBeInvalidAsync(
            () => SelectAsync("SELECT * FROM \"not-there\" WHERE attribute_exists()"),
            "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 0");
        await ShouldBeInvalidAsync(() => SelectAsync("SELECT *\nFROM \"not-there\" WHERE pk = 'a' AND exists(sk)"), "Unrecognized function: exists at 2:37:6");
        await ShouldBeInvalidAsync(
            () => SelectAsync("SELECT * FROM \"not-there\" WHERE pk < ?", true), "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL");
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT attribute_exists(pk) FROM \"{table}\""), "Unexpected path component at 1:8:16");
        await Should.ThrowAsync<ResourceNotFoundException>(() => SelectAsync("SELECT attribute_exists(pk) FROM \"not-there\""));
        await ShouldBeInvalidAsync(() => SelectAsync("SELECT a AS b FROM \"not-there\""), "Aliasing is not supported");
        await ShouldBeInvalidAsync(() => SelectAsync("SELECT * FROM \"not-there\" t"), "Aliasing is not supported");
        await ShouldBeInvalidAsync(() => SelectAsync("SELECT * FROM \"not-there\".\"\""), "Path component cannot be an empty string");
        await ShouldBeInvalidAsync(() => SelectAsync("SELECT * FROM \"not-there\".\"b\".\"c\""), "A path may contain at most 2 components in the FROM clause");
    }

    [Theory]
    [InlineData("1e126", "Number overflow. Attempting to store a number with magnitude larger than supported range under root")]
    [InlineData("{'x': 1e-131}", "Number underflow. Attempting to store a number with magnitude smaller than supported range under root.x")]
    [InlineData("[1, 123456789012345678901234567890123456789]", "Attempting to store more than 38 significant digits in a Number under root[1]")]
    [InlineData("1e2147483648", "Statement wasn't well formed, can't be processed: ")]
    [InlineData("<<>>", "Empty bags are not supported")]
    public Task Literals_are_checked_before_the_table_is_looked_for(string literal, string message)
        => ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM \"not-there\" WHERE a = {literal}"), message);

    [Theory]
    [InlineData("SELECT * FROM {0}")]
    [InlineData("SELECT * FROM {0}.\"by-two\" WHERE a = 'x' AND b = 'y'")]
    [InlineData("SELECT count(*) FROM {0}")]
    [InlineData("SELECT * FROM {0} WHERE pk = 1")]
    [InlineData("UPDATE {0} SET n = 1 WHERE n = 1")]
    [InlineData("INSERT INTO {0} VALUE {'n': 1}")]
    [InlineData("DELETE FROM {0} WHERE pk = 1")]
    public async Task Tables_with_multi_attribute_keys_take_no_statements(string statement)
    {
        var table = Quote(await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("a", AttributeType.String), new("b", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new GlobalSecondaryIndex("by-two", [new("a", KeyType.PartitionKey), new("b", KeyType.PartitionKey)], new Projection(ProjectionType.All))],
        }));

        await ShouldBeInvalidAsync(
            () => SelectAsync(statement.Replace("{0}", table, StringComparison.Ordinal)),
            "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.");
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM {table} WHERE n = <<>>"), "Empty bags are not supported");
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM {table} WHERE n = ?"), "Number of parameters in request and statement don't match.");
    }

    [Fact]
    public async Task Local_index_fetches_what_it_does_not_project()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number), new("rank", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            LocalSecondaryIndexes =
            [
                new LocalSecondaryIndex("by-rank", [new("pk", KeyType.PartitionKey), new("rank", KeyType.SortKey)], new Projection(ProjectionType.KeysOnly)),
            ],
        });
        await PutAsync(table, "pk", "a", "sk", 1, "rank", 2, "other", "x");
        await PutAsync(table, "pk", "a", "sk", 2, "rank", 1, "other", "y");

        (await SelectAsync($"SELECT * FROM {Quote(table)}.\"by-rank\" WHERE pk = 'a'")).ShouldBe([Attributes("pk", "a", "sk", 2, "rank", 1), Attributes("pk", "a", "sk", 1, "rank", 2)]);
        (await SelectAsync($"SELECT other FROM {Quote(table)}.\"by-rank\" WHERE pk = 'a' AND rank > 1")).ShouldBe([Attributes("other", "x")]);
    }

    [Fact]
    public async Task Table_may_be_named_by_its_resource_name()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a");
        var arn = (await Client.DescribeTableAsync(new() { TableName = table })).Table.TableArn;

        var response = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT * FROM \"{arn}\" WHERE pk = 'a'", ReturnConsumedCapacity = ReturnConsumedCapacity.Total });

        response.Items.ShouldBe([Attributes("pk", "a")]);
        response.ConsumedCapacity!.TableName.ShouldBe(arn);
    }

    [Fact]
    public async Task Key_values_of_another_type_are_refused()
    {
        var table = await CreateOrdersAsync();
        const string mismatch = "One or more parameter values were invalid: Condition parameter type does not match schema type";

        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = 1"), mismatch);
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = 'c1' AND sk > 'x'"), mismatch);
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = ''"),
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
    }

    [Fact]
    public async Task At_most_fifty_partition_keys_are_read()
    {
        var table = await CreateOrdersAsync();

        (await SelectAllAsync(
            $"SELECT * FROM \"{table}\" WHERE pk IN [{string.Join(", ", Enumerable.Range(0, 50).Select(static i => $"'c{i}'"))}]",
            static pages => pages.ShouldBe([15, 0, 0, 0, 0]))).Count.ShouldBe(15);
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk IN [{string.Join(", ", Enumerable.Range(0, 51).Select(static i => $"'c{i}'"))}]"),
            "The IN operator is provided with too many operands; number of operands: 51");
    }

    [Fact]
    public async Task Page_has_the_results_of_ten_listed_values()
    {
        var table = await CreateTableAsync();
        for (var i = 0; i < 24; i += 2)
        {
            await PutAsync(table, "pk", $"k{i}");
        }

        var items = await SelectAllAsync(
            $"SELECT * FROM \"{table}\" WHERE pk IN [{string.Join(", ", Enumerable.Range(0, 24).Select(static i => $"'k{i}'"))}]", static pages => pages.ShouldBe([5, 5, 2]));

        items.Select(static item => item["pk"].GetString()).ShouldBe(Enumerable.Range(0, 12).Select(static i => $"k{i * 2}"));
    }

    [Fact]
    public async Task Missing_table_and_constraints_are_reported()
    {
        await Should.ThrowAsync<ResourceNotFoundException>(() => SelectAsync("SELECT * FROM \"not-there\""));
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = new string(' ', 8193) }),
            $"1 validation error detected: Value '{new string(' ', 8193)}' at 'statement' failed to satisfy constraint: Member must have length less than or equal to 8192");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = "SELECT * FROM t", Limit = 0 }),
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = "SELECT * FROM t WHERE a = ?", Parameters = [Value(1), Value(2)] }),
            "Number of parameters in request and statement don't match.");
        await ShouldBeInvalidAsync(() => SelectAsync("SLECT * FROM t"), "Statement wasn't well formed, can't be processed: Expected data manipulation");
        await ShouldBeInvalidAsync(() => SelectAsync("EXISTS(SELECT * FROM t WHERE pk = 'a')"), "EXISTS can be used in transactions only");
    }

    private static string Quote(string name) => $"\"{name}\"";

    private static Item Order(string pk, int sk)
        => Attributes("pk", pk, "sk", sk, "total", sk * 10, "info", Attributes("city", "Bern"), "tags", new object[] { "t", "u" }, "pad", new string('p', 540));

    private static string Keys(IReadOnlyList<Item>? items) => string.Join(' ', items!.Select(static item => $"{item["pk"].GetString()}/{item["sk"].GetInt64()}"));

    /// <summary>Three partitions of five items of about 600 bytes: 9 KB in all.</summary>
    private async Task<string> CreateOrdersAsync()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        foreach (var pk in (string[])["c1", "c2", "c3"])
        {
            for (var sk = 1; sk <= 5; sk++)
            {
                await Client.PutItemAsync(new() { TableName = table, Item = Order(pk, sk) });
            }
        }

        return table;
    }

    private async Task<string> CreateIndexedAsync()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String), new("grp", AttributeType.String), new("rank", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes =
            [
                new GlobalSecondaryIndex("by-group", [new("grp", KeyType.PartitionKey), new("rank", KeyType.SortKey)], new Projection(ProjectionType.KeysOnly)),
            ],
        });
        await PutAsync(table, "pk", "a", "grp", "g", "rank", 1, "other", "x");
        await PutAsync(table, "pk", "b", "grp", "g", "rank", 2, "other", "y");
        await PutAsync(table, "pk", "c", "grp", "g", "rank", 3, "other", "z");
        await PutAsync(table, "pk", "d", "other", "not in the index");
        return table;
    }

    private async Task<List<Item>> SelectAllAsync(string statement, Action<List<int>> checkPages)
    {
        var items = new List<Item>();
        var pages = new List<int>();
        string? token = null;
        do
        {
            var page = await Client.ExecuteStatementAsync(new() { Statement = statement, NextToken = token });
            items.AddRange(page.Items!);
            pages.Add(page.Items!.Count);
            token = page.NextToken;
        }
        while (token is not null);

        checkPages(pages);
        return items;
    }

    private async Task ExecuteAsync(ExecuteStatementRequest request) => await Client.ExecuteStatementAsync(request);

    private async Task<IReadOnlyList<Item>> SelectAsync(string statement, params object[] parameters)
        => (await Client.ExecuteStatementAsync(new() { Statement = statement, Parameters = parameters.Length == 0 ? null : Array.ConvertAll(parameters, Value) })).Items!;
}

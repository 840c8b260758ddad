using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ExecuteStatement of SELECT: what it returns, and which keys it reads.</summary>
public abstract class PartiQlSelectContract(IDynamoEndpointFactory factory) : PartiQlSelectSuite(factory)
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

        var response = await Client.ExecuteStatementAsync(new()
        {
            Statement = $"SELECT * FROM \"{table}\" WHERE {where}",
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });

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

        var response = await Client.ExecuteStatementAsync(new()
        {
            Statement = $"SELECT * FROM \"{table}\" {where}",
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });

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
            () => SelectAsync($"SELECT * FROM \"{table}\" ORDER BY sk"),
            "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk = 'c1' ORDER BY total"),
            "Variable reference total in ORDER BY clause must be part of the primary key");
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
            () => SelectAsync("SELECT * FROM \"not-there\" WHERE pk < ?", true),
            "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL");
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
            GlobalSecondaryIndexes = [new GlobalSecondaryIndex(
                "by-two", [new("a", KeyType.PartitionKey), new("b", KeyType.PartitionKey)], new Projection(ProjectionType.All))],
        }));

        await ShouldBeInvalidAsync(
            () => SelectAsync(statement.Replace("{0}", table, StringComparison.Ordinal)),
            "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.");
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM {table} WHERE n = <<>>"), "Empty bags are not supported");
        await ShouldBeInvalidAsync(() => SelectAsync($"SELECT * FROM {table} WHERE n = ?"), "Number of parameters in request and statement don't match.");
    }

    [Fact]
    public async Task Table_may_be_named_by_its_resource_name()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a");
        var arn = (await Client.DescribeTableAsync(new() { TableName = table })).Table.TableArn;

        var response = await Client.ExecuteStatementAsync(new()
        {
            Statement = $"SELECT * FROM \"{arn}\" WHERE pk = 'a'",
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });

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
    public async Task Missing_table_and_constraints_are_reported()
    {
        await Should.ThrowAsync<ResourceNotFoundException>(() => SelectAsync("SELECT * FROM \"not-there\""));
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = new string(' ', 8193) }),
            $"1 validation error detected: Value '{new string(' ', 8193)}' at 'statement' failed to satisfy constraint: Member must have length less than "
                + "or equal to 8192");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = "SELECT * FROM t", Limit = 0 }),
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync(new() { Statement = "SELECT * FROM t WHERE a = ?", Parameters = [Value(1), Value(2)] }),
            "Number of parameters in request and statement don't match.");
        await ShouldBeInvalidAsync(() => SelectAsync("SLECT * FROM t"), "Statement wasn't well formed, can't be processed: Expected data manipulation");
        await ShouldBeInvalidAsync(() => SelectAsync("EXISTS(SELECT * FROM t WHERE pk = 'a')"), "EXISTS can be used in transactions only");
    }
}

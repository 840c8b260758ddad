using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ExecuteStatement of INSERT, UPDATE and DELETE.</summary>
public abstract class PartiQlWriteContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Insert_puts_values_of_all_types()
    {
        var table = await CreateTableAsync();

        var items = await ExecuteAsync(
            $$"""INSERT INTO "{{table}}" VALUE {'pk': ?, 'n': -1.50, 's': 'it''s', 'b': ?, 'yes': true, 'no': FALSE, 'nothing': null, 'l': [1, 'a', [?]], 'm': {'x': {'y': 1} }, 'ss': <<'a', 'b'>>, 'ns': <<1, 2.5>>}""",
            "k", new byte[] { 1, 2 }, 7);

        items.ShouldBeEmpty();
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes(
            "pk",
            "k",
            "n",
            -1.5m,
            "s",
            "it's",
            "b",
            new byte[] { 1, 2 },
            "yes",
            true,
            "no",
            false,
            "nothing",
            null,
            "l",
            new object[] { 1, "a", new object[] { 7 } },
            "m", Attributes("x", Attributes("y", 1)), "ss", AttributeValue.FromStringSet(["a", "b"]),
            "ns", AttributeValue.FromNumberSet([DynamoNumber.FromInt64(1), DynamoNumber.FromDecimal(2.5m)])));
    }

    [Fact]
    public async Task Insert_of_a_key_that_exists_is_a_duplicate_and_changes_nothing()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);

        var error = await Should.ThrowAsync<DuplicateItemException>(() => ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'k', 'n': 2}"""));

        error.Message.ShouldBe("Duplicate primary key exists in table");
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes("pk", "k", "n", 1));
    }

    [Fact]
    public async Task Insert_checks_the_item()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'n': 1}"""), "One or more parameter values were invalid: Missing the key pk in the item");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 1}"""),
            "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'k', 'x': ?}""", new string('x', 410_000)),
            "Item size has exceeded the maximum allowed size");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'k', 'x': <<1, 1>>}"""), "Input collection contains duplicates");
        await Should.ThrowAsync<ResourceNotFoundException>(() => ExecuteAsync("INSERT INTO \"not-there\" VALUE {'pk': 'k'}"));
        (await GetAsync(table, "pk", "k")).ShouldBeNull();
    }

    [Fact]
    public async Task Update_changes_paths_lists_numbers_and_sets()
    {
        var table = await CreateTableAsync();
        await PutAsync(
            table,
            "pk",
            "k",
            "n",
            1,
            "l",
            new object[] { 1, 2 },
            "m",
            Attributes("a", 1, "b", 2),
            "ss",
            AttributeValue.FromStringSet(["a", "b"]),
            "gone",
            true);

        await ExecuteAsync(
            $"UPDATE \"{table}\" SET n = n + ? SET m.c = [true], l = list_append(l, [3]) REMOVE m.a REMOVE gone SET ss = set_delete(ss, <<'a'>>) SET fresh = 'x' WHERE pk = 'k'",
            41);

        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes(
            "pk",
            "k",
            "n",
            42,
            "l",
            new object[] { 1, 2, 3 },
            "m",
            Attributes("b", 2, "c", new object[] { true }),
            "ss",
            AttributeValue.FromStringSet(["b"]),
            "fresh",
            "x"));
        await ExecuteAsync($"UPDATE \"{table}\" SET ss = set_add(ss, <<'z', 'b'>>) REMOVE l[0] WHERE pk = 'k'");
        var item = (await GetAsync(table, "pk", "k"))!.Value;
        item["ss"].ShouldBe(AttributeValue.FromStringSet(["b", "z"]));
        item["l"].ShouldBe(Value(new object[] { 2, 3 }));
    }

    [Fact]
    public async Task Update_needs_an_item()
    {
        var table = await CreateTableAsync();

        var error = await Should.ThrowAsync<ConditionalCheckFailedException>(() => ExecuteAsync($"UPDATE \"{table}\" SET n = 1 WHERE pk = 'absent'"));

        error.Message.ShouldBe("The conditional request failed");
        await Should.ThrowAsync<ConditionalCheckFailedException>(() => ExecuteAsync($"UPDATE \"{table}\" REMOVE n WHERE pk = 'absent'"));
        (await GetAsync(table, "pk", "absent")).ShouldBeNull();
    }

    [Fact]
    public async Task Condition_beside_the_key_must_hold()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);
        var request = new ExecuteStatementRequest
        {
            Statement = $"UPDATE \"{table}\" SET n = 2 WHERE pk = 'k' AND n > 5",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
        };

        (await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.ExecuteStatementAsync(request))).Item.ShouldBe(
            Attributes("pk", "k", "n", 1));
        (await Should.ThrowAsync<ConditionalCheckFailedException>(() => ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' AND n > 5"))).Item.ShouldBeNull();
        await ExecuteAsync($"UPDATE \"{table}\" SET n = 6 WHERE n = 1 AND pk = 'k'");
        await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' AND (n > 5 OR n < 0)");
        (await GetAsync(table, "pk", "k")).ShouldBeNull();
    }

    [Fact]
    public async Task Existence_in_the_clause_is_the_condition_of_the_write()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1, "m", Attributes("a", 1));

        await Should.ThrowAsync<ConditionalCheckFailedException>(
            () => ExecuteAsync($"UPDATE \"{table}\" SET n = 2 WHERE pk = 'k' AND attribute_not_exists(n)"));
        await Should.ThrowAsync<ConditionalCheckFailedException>(
            () => ExecuteAsync($"UPDATE \"{table}\" SET n = 2 WHERE attribute_exists(m.b) = true AND pk = 'k'"));
        await Should.ThrowAsync<ConditionalCheckFailedException>(() => ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' AND NOT Attribute_Exists(m.a)"));
        await ExecuteAsync($"UPDATE \"{table}\" SET n = 2 WHERE pk = ? AND (attribute_exists(x) OR attribute_exists(m.a))", "k");
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes("pk", "k", "n", 2, "m", Attributes("a", 1)));
        await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' AND ATTRIBUTE_NOT_EXISTS(m.b)");
        (await GetAsync(table, "pk", "k")).ShouldBeNull();
    }

    [Fact]
    public async Task Update_may_begin_with_from()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "a", 1, "b", 2);

        (await ExecuteAsync($"FROM \"{table}\" WHERE pk = 'k' SET c = ? REMOVE a RETURNING ALL NEW *", 3)).ShouldBe([Attributes("pk", "k", "b", 2, "c", 3)]);
        (await ExecuteAsync($"FROM \"{table}\" WHERE pk = 'k' AND b = 2 REMOVE c")).ShouldBeEmpty();
        await Should.ThrowAsync<ConditionalCheckFailedException>(() => ExecuteAsync($"FROM \"{table}\" WHERE pk = 'absent' SET c = 1"));
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($"FROM \"{table}\" SET c = 1"), "Where clause does not contain a mandatory equality on all key attributes");
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes("pk", "k", "b", 2));
    }

    [Theory]
    [InlineData("UPDATE \"t\".\"i\" SET n = 1 WHERE pk = 'k'", "This operation is not supported on an index")]
    [InlineData("DELETE FROM \"t\".\"i\" WHERE pk = 'k'", "This operation is not supported on an index")]
    [InlineData("INSERT INTO \"t\".\"i\" VALUE {'pk': 'k'}", "FROM clause may only contain a single table name")]
    [InlineData("UPDATE \"not-there\" SET s = set_add(x, <<1>>) WHERE pk = 'k'", "The first argument to SET_ADD must equal the assignment value at 1:28:7")]
    [InlineData("UPDATE \"not-there\" SET s = set_add(s, 1) WHERE pk = 'k'", "The second argument to SET_ADD must be a value with type SET at 1:28:7")]
    [InlineData("UPDATE \"not-there\" SET s = set_delete(s) WHERE pk = 'k'", "SET_DELETE must have exactly two arguments at 1:28:10")]
    [InlineData("UPDATE \"not-there\" SET s = set_add(s, <<>>) WHERE pk = 'k'", "Empty bags are not supported")]
    [InlineData("INSERT INTO \"not-there\" VALUE {'pk': 'k', 's': set_add(s, <<1>>)}", "Unsupported data type: set_add under key root at 1:48:7")]
    [InlineData(
        "INSERT INTO \"not-there\" VALUE {'pk': 'k', 'n': 1e126}",
        "Number overflow. Attempting to store a number with magnitude larger than supported range under root.n")]
    [InlineData(
        "DELETE FROM \"not-there\" WHERE pk = 'k' AND n < TRUE",
        "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    public Task Statement_is_checked_before_the_table_is_looked_for(string statement, string message)
        => ShouldBeInvalidAsync(() => ExecuteAsync(statement), message);

    [Fact]
    public async Task Delete_of_an_absent_item_succeeds()
    {
        var table = await CreateTableAsync();

        (await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'absent' RETURNING ALL OLD *")).ShouldBeEmpty();
        (await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'absent' AND n = 1")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ALL OLD *", "pk k n 1 o 1")]
    [InlineData("MODIFIED OLD *", "n 1")]
    [InlineData("ALL NEW *", "pk k n 2 o 1 x 3")]
    [InlineData("MODIFIED NEW *", "n 2 x 3")]
    public async Task Update_returns_what_is_asked_for(string returning, string expected)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1, "o", 1);

        var items = await ExecuteAsync($"UPDATE \"{table}\" SET n = 2, x = 3 WHERE pk = 'k' RETURNING {returning}");

        var words = expected.Split(' ');
        items.ShouldBe([Attributes([.. words.Select(static (word, i) => i % 2 == 1 && int.TryParse(word, out var number) ? (object)number : word)])]);
    }

    [Fact]
    public async Task Modified_new_is_the_paths_as_written_in_the_new_item()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "l", new object?[] { 1, 2, 3 });

        var items = await ExecuteAsync($"UPDATE \"{table}\" SET l[2] = 7 REMOVE l[0] WHERE pk = 'k' RETURNING MODIFIED NEW *");

        items.ShouldBe([Attributes("l", new object?[] { 2 })]);
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes("pk", "k", "l", new object?[] { 2, 7 }));
        (await ExecuteAsync($"UPDATE \"{table}\" SET l[9] = 8 WHERE pk = 'k' RETURNING MODIFIED NEW *")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_returns_the_old_item_only()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);

        await ShouldBeInvalidAsync(
            () => ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' RETURNING ALL NEW *"),
            "Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' RETURNING MODIFIED OLD *"),
            "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
        (await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'k' RETURNING ALL OLD *")).ShouldBe([Attributes("pk", "k", "n", 1)]);
    }

    [Theory]
    [InlineData("UPDATE \"{0}\" SET n = 1")]
    [InlineData("UPDATE \"{0}\" SET n = 1 WHERE pk = 'k'")]
    [InlineData("UPDATE \"{0}\" SET n = 1 WHERE pk = 'k' AND sk > 1")]
    [InlineData("UPDATE \"{0}\" SET n = 1 WHERE pk = 'k' OR sk = 1")]
    [InlineData("DELETE FROM \"{0}\" WHERE pk IN ['k'] AND sk = 1")]
    [InlineData("DELETE FROM \"{0}\" WHERE n = 1")]
    public async Task Writes_need_the_whole_primary_key(string statement)
    {
        var table = await CreateTableAsync(AttributeType.Number);

        await ShouldBeInvalidAsync(
            () => ExecuteAsync(statement.Replace("{0}", table, StringComparison.Ordinal)),
            "Where clause does not contain a mandatory equality on all key attributes");
    }

    [Fact]
    public async Task Update_leaves_keys_and_types_alone()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "s", "text");

        await ShouldBeInvalidAsync(
            () => ExecuteAsync($"UPDATE \"{table}\" SET pk = 'x' WHERE pk = 'k'"),
            "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key");
        await ShouldBeInvalidAsync(() => ExecuteAsync($"UPDATE \"{table}\" SET s = 1 WHERE pk = 5"), "The provided key element does not match the schema");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($"UPDATE \"{table}\" SET s = s + 1 WHERE pk = 'k'"), "An operand in the update expression has an incorrect data type");
        await ShouldBeInvalidAsync(
            () => ExecuteAsync($"UPDATE \"{table}\" SET s = absent WHERE pk = 'k'"),
            "The provided expression refers to an attribute that does not exist in the item");
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes("pk", "k", "s", "text"));
    }

    [Fact]
    public async Task Writes_cost_what_the_item_operations_cost()
    {
        var table = await CreateTableAsync();

        (await UnitsAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'k', 'pad': '{{new string('p', 2000)}}'}""")).ShouldBe(2);
        (await UnitsAsync($"UPDATE \"{table}\" SET n = 1 WHERE pk = 'k'")).ShouldBe(2);
        (await UnitsAsync($"DELETE FROM \"{table}\" WHERE pk = 'k'")).ShouldBe(2);
        (await UnitsAsync($"DELETE FROM \"{table}\" WHERE pk = 'k'")).ShouldBe(1);
    }

    [Fact]
    public async Task Names_that_expressions_reserve_or_refuse_are_only_quoted()
    {
        var table = await CreateTableAsync();

        await ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'k', '#a': 1, 'size': 2, 'a b.c': 3, 'ü"x': {'key': 4} }""");
        await ExecuteAsync($"""UPDATE "{table}" SET "#a" = "size" + "a b.c", "ü""x"."key" = 5 WHERE pk = 'k'""");

        (await ExecuteAsync($"""SELECT "#a", "ü""x"."key" FROM "{table}" WHERE pk = 'k' AND "a b.c" = 3""")).ShouldBe([Attributes("#a", 5, "key", 5)]);
    }

    private async Task<double> UnitsAsync(string statement)
        => (await Client.ExecuteStatementAsync(new()
        {
            Statement = statement,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        })).ConsumedCapacity!.CapacityUnits;

    private async Task<IReadOnlyList<Item>> ExecuteAsync(string statement, params object[] parameters)
        => (await Client.ExecuteStatementAsync(new()
        {
            Statement = statement,
            Parameters = parameters.Length == 0 ? null : Array.ConvertAll(parameters, Value),
        })).Items!;
}

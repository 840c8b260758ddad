using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ExecuteStatement of SELECT from an index.</summary>
public abstract class PartiQlIndexContract(IDynamoEndpointFactory factory) : PartiQlSelectSuite(factory)
{
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
            () => ExecuteAsync(new() { Statement = $"SELECT * FROM {Quote(table)}.\"by-none\"", ConsistentRead = true }),
            "The table does not have the specified index");
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

        (await SelectAsync($"SELECT * FROM {Quote(table)}.\"by-rank\" WHERE pk = 'a'")).ShouldBe(
            [Attributes("pk", "a", "sk", 2, "rank", 1), Attributes("pk", "a", "sk", 1, "rank", 2)]);
        (await SelectAsync($"SELECT other FROM {Quote(table)}.\"by-rank\" WHERE pk = 'a' AND rank > 1")).ShouldBe([Attributes("other", "x")]);
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
}

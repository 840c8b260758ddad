using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.PartiQl;

/// <summary>Which keys a SELECT reads, printed as <c>partition[sort key condition]</c>; a scan is <c>scan</c>, a residual filter <c>+filter</c>.</summary>
public sealed class SelectPlanTests : IAsyncLifetime
{
    private readonly EmbeddedDynamoClient _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());

    public async Task InitializeAsync()
        => await _client.CreateTableAsync(new()
        {
            TableName = "ttt",
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions =
            [
                new("pk", AttributeType.String), new("sk", AttributeType.Number), new("a", AttributeType.String), new("c", AttributeType.Number),
            ],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
            GlobalSecondaryIndexes =
            [
                new("by-ac", [new("a", KeyType.PartitionKey), new("c", KeyType.SortKey)], new Projection(ProjectionType.KeysOnly)),
            ],
        });

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("pk = 'x'", "x[]")]
    [InlineData("'x' = pk AND sk = 1", "x[=1]")]
    [InlineData("pk = 'x' AND n = 1", "x[] +filter")]
    [InlineData("(pk = 'x' AND sk > 1) AND n = 1", "x[>1] +filter")]
    [InlineData("pk = 'x' AND 1 <= sk", "x[>=1]")]
    [InlineData("pk = 'x' AND sk >= 1 AND sk <= 2", "x[1..2]")]
    [InlineData("pk = 'x' AND sk > 1 AND sk <= 2", "x[>1] +filter")]
    [InlineData("pk = 'x' AND sk BETWEEN 1 AND 2", "x[1..2]")]
    [InlineData("pk = 'x' AND sk IN [3, 1]", "x[=1] x[=3]")]
    [InlineData("pk = 'x' AND (sk = 3 OR sk = 1)", "x[=1] x[=3]")]
    [InlineData("pk IN ['y', 'x', 'y']", "y[] x[]")]
    [InlineData("pk = 'y' OR pk = 'x'", "y[] x[]")]
    [InlineData("(pk = 'y' OR pk = 'x') AND sk < 5", "y[<5] x[<5]")]
    [InlineData("pk IN ['y', 'x'] AND pk = 'x'", "x[] +filter")]
    [InlineData("pk = 'x' AND sk = 1 OR pk = 'y' AND sk = 2", "x[=1] y[=2] +filter")]
    [InlineData("pk = 'x' AND sk < 1 OR pk = 'x' AND sk < 2", "x[] +filter")]
    [InlineData("pk = 'x' AND sk = 2 OR pk = 'x' AND sk = 1", "x[=1] x[=2] +filter")]
    [InlineData("(pk = 'x' AND n = 1 OR pk = 'y') AND m = 2", "x[] y[] +filter")]
    [InlineData("pk IN []", "")]
    [InlineData("sk = 1", "scan +filter")]
    [InlineData("pk > 'x'", "scan +filter")]
    [InlineData("pk <> 'x'", "scan +filter")]
    [InlineData("NOT pk = 'x'", "scan +filter")]
    [InlineData("pk = n", "scan +filter")]
    [InlineData("pk = 'x' OR n = 1", "scan +filter")]
    [InlineData("begins_with(pk, 'x')", "scan +filter")]
    public void Where_clause_becomes_key_reads_or_a_scan(string where, string expected)
        => Print(Plan($"SELECT * FROM ttt WHERE {where}")).ShouldBe(expected);

    [Theory]
    [InlineData("SELECT * FROM ttt WHERE pk.x = 'x'", "Key: pk")]
    [InlineData("SELECT sk[0] FROM ttt", "Key: sk")]
    [InlineData("SELECT * FROM ttt WHERE pk = 'x' AND a.x = 'x'", "IndexKey: a")]
    public void Paths_do_not_lead_into_keys(string statement, string key)
        => Should.Throw<DynamoValidationException>(() => Plan(statement)).Message
            .ShouldBe($"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: {key}");

    [Theory]
    [InlineData("a = 'x'", "x[]")]
    [InlineData("a = 'x' AND c > 5 AND pk = 'p'", "x[>5] +filter")]
    [InlineData("a IN ['x', 'z'] AND c = 5", "x[=5] z[=5]")]
    [InlineData("c = 5", "scan +filter")]
    [InlineData("pk = 'p' AND sk = 1", "scan +filter")]
    public void Index_is_read_by_its_own_keys(string where, string expected)
        => Print(Plan($"SELECT * FROM ttt.\"by-ac\" WHERE {where}")).ShouldBe(expected);

    [Theory]
    [InlineData("a = 'x' AND n = 1", "n")]
    [InlineData("a = 'x' AND NOT n IN [1, m] AND size(o.p) > 1 AND begins_with(q, 'x') AND r BETWEEN 1 AND 2", "m,n,o,q,r")]
    [InlineData("a = 'x' AND (n = 1 OR c = 2) AND m = 1", "m")]
    [InlineData("a = 'x' AND NOT (n = 1 OR m = 2)", "")]
    [InlineData("a = 'x' AND n = 1 OR a = 'y' AND m = 2", "")]
    [InlineData("c = 5 AND n = 1", "")]
    [InlineData("NOT n = 1", "")]
    public void Index_must_hold_what_a_keyed_read_filters_on_outside_of_an_or(string where, string attributes)
        => string.Join(',', Plan($"SELECT * FROM ttt.\"by-ac\" WHERE {where}").FilterAttributes.Order(StringComparer.Ordinal)).ShouldBe(attributes);

    [Fact]
    public void Statement_without_condition_is_a_scan() => Print(Plan("SELECT * FROM ttt")).ShouldBe("scan");

    [Fact]
    public void Only_whole_keys_of_the_table_are_points()
    {
        Plan("SELECT * FROM ttt WHERE pk = 'x' AND sk = 1").IsPoint(0).ShouldBeTrue();
        Plan("SELECT * FROM ttt WHERE pk = 'x' AND sk >= 1").IsPoint(0).ShouldBeFalse();
        Plan("SELECT * FROM ttt.\"by-ac\" WHERE a = 'x' AND c = 1").IsPoint(0).ShouldBeFalse();
    }

    [Fact]
    public void Order_by_turns_partitions_and_listed_sort_keys()
    {
        Print(Plan("SELECT * FROM ttt WHERE pk IN ['b', 'a', 'c'] ORDER BY pk DESC")).ShouldBe("c[] b[] a[]");
        Print(Plan("SELECT * FROM ttt WHERE pk IN ['b', 'a'] AND sk IN [1, 10, 2] ORDER BY pk, sk DESC")).ShouldBe("a[=10] a[=2] a[=1] b[=10] b[=2] b[=1]");
        Plan("SELECT * FROM ttt WHERE pk = 'b' ORDER BY sk DESC").IsForward.ShouldBeFalse();
        Plan("SELECT * FROM ttt WHERE pk = 'b' ORDER BY pk DESC").IsForward.ShouldBeTrue();
    }

    private static string Print(SelectPlan plan)
    {
        var keys = plan.Accesses is null ? "scan" : string.Join(' ', plan.Accesses.Select(Print));
        return plan.Filter is null ? keys : keys + " +filter";
    }

    private static string Print(KeyConditions access)
        => $"{string.Join(
            ',', access.PartitionKey.ToArray().Select(static value => value.GetString()))}[{string.Join(',', access.SortKey.ToArray().Select(Print))}]";

    private static string Print(SortKeyCondition condition)
        => condition.Operator switch
        {
            SortKeyOperator.Equal => $"={condition.Value.GetNumber()}",
            SortKeyOperator.LessThan => $"<{condition.Value.GetNumber()}",
            SortKeyOperator.LessThanOrEqual => $"<={condition.Value.GetNumber()}",
            SortKeyOperator.GreaterThan => $">{condition.Value.GetNumber()}",
            SortKeyOperator.GreaterThanOrEqual => $">={condition.Value.GetNumber()}",
            _ => $"{condition.Value.GetNumber()}..{condition.Upper.GetNumber()}",
        };

    private SelectPlan Plan(string statement)
    {
        SelectPlanner.Plan(_client.Context, PartiQlStatement.Parse(statement), null).TryGet(out var plan, out var error).ShouldBeTrue(error?.Message);
        return plan.ShouldNotBeNull();
    }
}

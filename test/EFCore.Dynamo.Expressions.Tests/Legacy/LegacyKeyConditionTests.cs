using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests.Legacy;

public class LegacyKeyConditionTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private static readonly AttributeDefinition[] Pk = [new("pk", AttributeType.String)];
    private static readonly AttributeDefinition[] Sk = [new("sk", AttributeType.Number)];

    [Theory]
    [InlineData(ComparisonOperator.Equal, nameof(SortKeyOperator.Equal))]
    [InlineData(ComparisonOperator.LessThan, nameof(SortKeyOperator.LessThan))]
    [InlineData(ComparisonOperator.LessThanOrEqual, nameof(SortKeyOperator.LessThanOrEqual))]
    [InlineData(ComparisonOperator.GreaterThan, nameof(SortKeyOperator.GreaterThan))]
    [InlineData(ComparisonOperator.GreaterThanOrEqual, nameof(SortKeyOperator.GreaterThanOrEqual))]
    public void Conditions_match_the_keys_in_any_order(ComparisonOperator comparison, string expected)
    {
        var conditions = Match(("sk", comparison, [N(3)]), ("pk", ComparisonOperator.Equal, [S("a")]));

        conditions.PartitionKey.ToArray().ShouldBe([S("a")]);
        conditions.SortKey.ToArray().ShouldBe([new SortKeyCondition(Enum.Parse<SortKeyOperator>(expected), N(3))]);
    }

    [Fact]
    public void Between_and_begins_with_are_ranges()
    {
        Match(("pk", ComparisonOperator.Equal, [S("a")]), ("sk", ComparisonOperator.Between, [N(1), N(2)])).SortKey.ToArray()
            .ShouldBe([new SortKeyCondition(SortKeyOperator.Between, N(1), N(2))]);
        Bind(("pk", ComparisonOperator.Equal, [S("a")]), ("sk", ComparisonOperator.BeginsWith, [S("x")])).Match(
            Pk, [new("sk", AttributeType.String)]).SortKey.ToArray()
            .ShouldBe([new SortKeyCondition(SortKeyOperator.BeginsWith, S("x"))]);
    }

    [Theory]
    [InlineData(ComparisonOperator.NotEqual, 1)]
    [InlineData(ComparisonOperator.In, 1)]
    [InlineData(ComparisonOperator.Contains, 1)]
    [InlineData(ComparisonOperator.NotContains, 1)]
    [InlineData(ComparisonOperator.Null, 0)]
    [InlineData(ComparisonOperator.NotNull, 0)]
    public void Operators_that_no_index_serves_are_refused(ComparisonOperator comparison, int count)
        => ShouldFail(
            () => Bind(("pk", ComparisonOperator.Equal, [S("a")]), ("sk", comparison, [.. Enumerable.Repeat(N(1), count)])),
            "Attempted conditional constraint is not an indexable operation");

    [Fact]
    public void Values_are_checked_before_keys()
    {
        ShouldFail(() => Bind(("x", ComparisonOperator.In, [])), Invalid + "Invalid number of argument(s) for the IN ComparisonOperator");
        ShouldFail(
            () => Bind(("x", ComparisonOperator.In, [N(1)]), ("y", ComparisonOperator.Equal, [])),
            Invalid + "Invalid number of argument(s) for the EQ ComparisonOperator");
        ShouldFail(() => Bind(("x", ComparisonOperator.BeginsWith, [N(1)])), Invalid + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type");
    }

    [Fact]
    public void Conditions_must_fit_the_key_schema()
    {
        ShouldFail(() => Match(), "Conditions can be of length 1 or 2 only");
        ShouldFail(
            () => Match(("pk", ComparisonOperator.Equal, [S("a")]), ("sk", ComparisonOperator.Equal, [N(1)]), ("x", ComparisonOperator.Equal, [N(1)])),
            "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)");
        ShouldFail(() => Match(("sk", ComparisonOperator.Equal, [N(1)])), "Query condition missed key schema element: pk");
        ShouldFail(
            () => Match(("pk", ComparisonOperator.Equal, [S("a")]), ("x", ComparisonOperator.Equal, [N(1)])), "Query condition missed key schema element: sk");
        ShouldFail(() => Match(("pk", ComparisonOperator.GreaterThan, [S("a")])), "Query key condition not supported");
        ShouldFail(() => Match(("pk", ComparisonOperator.Equal, [N(1)])), Invalid + "Condition parameter type does not match schema type");
        ShouldFail(
            () => Match(("pk", ComparisonOperator.Equal, [S("a")]), ("sk", ComparisonOperator.LessThan, [S("a")])),
            Invalid + "Condition parameter type does not match schema type");
    }

    private static KeyConditions Match(params (string Attribute, ComparisonOperator Comparison, AttributeValue[] Values)[] conditions)
        => Bind(conditions).Match(Pk, Sk);

    private static BoundKeyCondition Bind(params (string Attribute, ComparisonOperator Comparison, AttributeValue[] Values)[] conditions)
        => LegacyKeyCondition.Bind(conditions.ToDictionary(
            condition => condition.Attribute, condition => new Condition { ComparisonOperator = condition.Comparison, AttributeValueList = condition.Values }));
}

using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

public class KeyConditionTests
{
    private static readonly AttributeDefinition[] Pk = [new("pk", AttributeType.String)];
    private static readonly AttributeDefinition[] Sk = [new("sk", AttributeType.Number)];
    private static readonly AttributeDefinition[] TextSk = [new("sk", AttributeType.String)];
    private static readonly Item Values = Of((":p", S("a")), (":n", N(1)), (":m", N(2)), (":s", S("x")), (":t", S("y")), (":e", S("")), (":l", L()));

    [Theory]
    [InlineData("pk = :p AND sk = :n", nameof(SortKeyOperator.Equal))]
    [InlineData("sk < :n AND pk = :p", nameof(SortKeyOperator.LessThan))]
    [InlineData("pk = :p AND sk <= :n", nameof(SortKeyOperator.LessThanOrEqual))]
    [InlineData("pk = :p AND sk > :n", nameof(SortKeyOperator.GreaterThan))]
    [InlineData("(pk = :p) AND (sk >= :n)", nameof(SortKeyOperator.GreaterThanOrEqual))]
    [InlineData(":p = pk AND :n > sk", nameof(SortKeyOperator.LessThan))]
    [InlineData(":p = pk AND :n <= sk", nameof(SortKeyOperator.GreaterThanOrEqual))]
    public void Conditions_are_assigned_to_the_keys(string condition, string expected)
    {
        var matched = Match(condition, Values, Pk, Sk);
        matched.PartitionKey.ToArray().ShouldBe([S("a")]);
        matched.SortKey.ToArray().ShouldBe([new(Enum.Parse<SortKeyOperator>(expected), N(1))]);
    }

    [Fact]
    public void Partition_key_alone_is_enough()
    {
        var matched = Match("#p = :p", Values, Pk, Sk, Names(("#p", "pk")));
        matched.PartitionKey[0].ShouldBe(S("a"));
        matched.SortKey.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void BETWEEN_and_begins_with_restrict_the_sort_key()
    {
        Match("pk = :p AND sk BETWEEN :n AND :m", Values, Pk, Sk).SortKey[0].ShouldBe(new(SortKeyOperator.Between, N(1), N(2)));
        Match("pk = :p AND begins_with(sk, :s)", Values, Pk, TextSk).SortKey[0].ShouldBe(new(SortKeyOperator.BeginsWith, S("x")));
    }

    [Theory]
    [InlineData("pk = :p OR sk = :n", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("NOT pk = :p", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: NOT")]
    [InlineData("pk = :p AND sk IN (:n)", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: IN")]
    [InlineData("pk = :p AND sk <> :n", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>")]
    [InlineData("pk = :p AND attribute_exists(sk)", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: attribute_exists")]
    [InlineData("pk = :p AND contains(sk, :s)", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: contains")]
    [InlineData("size(pk) = :n", "Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations")]
    [InlineData("pk = sk", "Invalid KeyConditionExpression: Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")]
    [InlineData(":p = :s", "Invalid KeyConditionExpression: Invalid condition in KeyConditionExpression: No key attribute specified")]
    [InlineData(
        ":n BETWEEN sk AND pk",
        "Invalid KeyConditionExpression: Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand")]
    [InlineData(
        "begins_with(:p, pk)",
        "Invalid KeyConditionExpression: Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand")]
    [InlineData("pk.a = :p", "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes")]
    [InlineData("pk = :p AND pk = :s", "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key")]
    [InlineData("pk = :p AND sk > :n AND sk < :m", "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key")]
    [InlineData("pk = :p AND sk > :n AND another < :m", "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)")]
    [InlineData("sk = :n", "Query condition missed key schema element: pk")]
    [InlineData("pk = :p AND another = :n", "Query condition missed key schema element: sk")]
    [InlineData("pk > :p", "Query key condition not supported")]
    [InlineData("begins_with(pk, :p)", "Query key condition not supported")]
    [InlineData("pk = :n", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    [InlineData("pk = :p AND sk = :s", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    [InlineData("pk = :e", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData(
        "pk = :p AND sk < :l", "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: <, operand type: L")]
    [InlineData(
        "pk = :p AND begins_with(sk, :n)",
        "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData(
        "pk = :p AND sk BETWEEN :m AND :n",
        "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: "
            + "AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}")]
    [InlineData("pk = :gone", "Invalid KeyConditionExpression: An expression attribute value used in expression is not defined; attribute value: :gone")]
    [InlineData("pk", "Invalid KeyConditionExpression: Syntax error; token: \"<EOF>\", near: \"pk\"")]
    public void Key_condition_is_refused_with_the_services_text(string condition, string message)
        => ShouldFail(() => Match(condition, Values, Pk, Sk), message);

    [Fact]
    public void Table_without_sort_key_takes_no_second_condition()
        => ShouldFail(
            () => Match("pk = :p AND sk = :n", Values, Pk, []),
            "The number of query conditions (2) exceeds the number of key attributes defined in the schema (1)");

    [Fact]
    public void Index_with_several_key_attributes_needs_all_partition_attributes_and_a_prefix_of_the_sort_attributes()
    {
        AttributeDefinition[] partition = [new("a", AttributeType.String), new("b", AttributeType.Number)];
        AttributeDefinition[] sort = [new("c", AttributeType.Number), new("d", AttributeType.Number), new("e", AttributeType.String)];

        var matched = Match("d > :n AND b = :n AND a = :p AND c = :m", Values, partition, sort);
        matched.PartitionKey.ToArray().ShouldBe([S("a"), N(1)]);
        matched.SortKey.ToArray().ShouldBe([new(SortKeyOperator.Equal, N(2)), new(SortKeyOperator.GreaterThan, N(1))]);

        ShouldFail(() => Match("a = :p", Values, partition, sort), "Query condition missed key schema element: b");
        ShouldFail(() => Match("a = :p AND b = :n AND another = :n", Values, partition, sort), "Query condition missed key schema element: c");
        ShouldFail(() => Match("a = :p AND b < :n", Values, partition, sort), "Query key condition not supported");
        ShouldFail(
            () => Match("a = :p AND b = :n AND c = :n AND d = :n AND e = :s AND f = :n", Values, partition, sort),
            "The number of query conditions (6) exceeds the number of key attributes defined in the schema (5)");
    }

    [Theory]
    [InlineData("d = :n", "c", "d")]
    [InlineData("e = :s", "c, d", "e")]
    [InlineData("c = :n AND e = :s", "d", "e")]
    [InlineData("c > :n AND d = :n", "c", "d")]
    [InlineData("c = :n AND d < :n AND e = :s", "d", "e")]
    public void Sort_attributes_before_the_last_one_named_need_equalities(string condition, string missing, string last)
    {
        AttributeDefinition[] sort = [new("c", AttributeType.Number), new("d", AttributeType.Number), new("e", AttributeType.String)];

        ShouldFail(
            () => Match("pk = :p AND " + condition, Values, Pk, sort),
            $"RANGE key attributes {missing} must have equality conditions specified in the query because a condition is present on key attribute {last}");
    }
}

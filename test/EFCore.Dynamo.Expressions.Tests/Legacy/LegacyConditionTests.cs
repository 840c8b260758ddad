using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests.Legacy;

public class LegacyConditionTests
{
    private static readonly Item Subject = Of(
        ("s", S("abc")),
        ("n", N(5)),
        ("b", B(1, 2, 3)),
        ("ss", Ss("x", "y")),
        ("ns", Ns(1, 2)),
        ("bs", Bs([1], [2])),
        ("l", L(N(1), S("x"), Bool(true))),
        ("m", M(("k", N(1)))),
        ("t", Bool(true)),
        ("null", AttributeValue.Null),
        ("#s", N(7)),
        ("m.k", N(8)));

    public static TheoryData<string, ComparisonOperator, AttributeValue[], bool> Comparisons => new()
    {
        { "s", ComparisonOperator.Equal, [S("abc")], true },
        { "s", ComparisonOperator.Equal, [S("ab")], false },
        { "n", ComparisonOperator.Equal, [S("5")], false },
        { "n", ComparisonOperator.Equal, [N("5.0")], true },
        { "ss", ComparisonOperator.Equal, [Ss("y", "x")], true },
        { "l", ComparisonOperator.Equal, [L(N(1), S("x"), Bool(true))], true },
        { "m", ComparisonOperator.Equal, [M(("k", N(1)))], true },
        { "t", ComparisonOperator.Equal, [Bool(true)], true },
        { "null", ComparisonOperator.Equal, [AttributeValue.Null], true },
        { "gone", ComparisonOperator.Equal, [AttributeValue.Null], false },
        { "s", ComparisonOperator.NotEqual, [S("abc")], false },
        { "s", ComparisonOperator.NotEqual, [N(1)], true },
        { "gone", ComparisonOperator.NotEqual, [N(1)], true },
        { "n", ComparisonOperator.LessThanOrEqual, [N(5)], true },
        { "n", ComparisonOperator.LessThanOrEqual, [N(4)], false },
        { "n", ComparisonOperator.LessThan, [N(5)], false },
        { "n", ComparisonOperator.LessThan, [N(10)], true },
        { "n", ComparisonOperator.LessThan, [S("9")], false },
        { "gone", ComparisonOperator.LessThan, [N(10)], false },
        { "s", ComparisonOperator.GreaterThanOrEqual, [S("abc")], true },
        { "s", ComparisonOperator.GreaterThan, [S("ABD")], true },
        { "b", ComparisonOperator.GreaterThan, [B(1, 2)], true },
        { "null", ComparisonOperator.NotNull, [], true },
        { "gone", ComparisonOperator.NotNull, [], false },
        { "null", ComparisonOperator.Null, [], false },
        { "gone", ComparisonOperator.Null, [], true },
        { "s", ComparisonOperator.Contains, [S("bc")], true },
        { "b", ComparisonOperator.Contains, [B(2, 3)], true },
        { "ss", ComparisonOperator.Contains, [S("x")], true },
        { "ns", ComparisonOperator.Contains, [N(2)], true },
        { "ns", ComparisonOperator.Contains, [N(3)], false },
        { "bs", ComparisonOperator.Contains, [B(2)], true },
        { "l", ComparisonOperator.Contains, [S("x")], true },
        { "l", ComparisonOperator.Contains, [Bool(true)], true },
        { "n", ComparisonOperator.Contains, [N(5)], false },
        { "s", ComparisonOperator.NotContains, [S("bc")], false },
        { "s", ComparisonOperator.NotContains, [S("x")], true },
        { "ss", ComparisonOperator.NotContains, [S("x")], false },
        { "n", ComparisonOperator.NotContains, [S("x")], true },
        { "s", ComparisonOperator.BeginsWith, [S("ab")], true },
        { "s", ComparisonOperator.BeginsWith, [S("bc")], false },
        { "b", ComparisonOperator.BeginsWith, [B(1)], true },
        { "gone", ComparisonOperator.BeginsWith, [S("")], false },
        { "n", ComparisonOperator.In, [N(4), N(5)], true },
        { "n", ComparisonOperator.In, [S("5")], false },
        { "ss", ComparisonOperator.In, [S("x"), S("y")], false },
        { "gone", ComparisonOperator.In, [S("x")], false },
        { "n", ComparisonOperator.Between, [N(5), N(6)], true },
        { "n", ComparisonOperator.Between, [N(6), N(7)], false },
        { "s", ComparisonOperator.Between, [S("a"), S("b")], true },
        { "s", ComparisonOperator.Between, [N(1), N(2)], false },
        { "#s", ComparisonOperator.Equal, [N(7)], true },
        { "m.k", ComparisonOperator.Equal, [N(8)], true },
    };

    public static TheoryData<ComparisonOperator, AttributeValue[], bool> OnMissingAttributes => new()
    {
        { ComparisonOperator.Equal, [S("x")], false },
        { ComparisonOperator.NotEqual, [S("x")], true },
        { ComparisonOperator.LessThanOrEqual, [S("x")], false },
        { ComparisonOperator.LessThan, [S("x")], false },
        { ComparisonOperator.GreaterThanOrEqual, [S("x")], false },
        { ComparisonOperator.GreaterThan, [S("x")], false },
        { ComparisonOperator.NotNull, [], false },
        { ComparisonOperator.Null, [], true },
        { ComparisonOperator.Contains, [S("x")], false },
        { ComparisonOperator.NotContains, [S("x")], false },
        { ComparisonOperator.BeginsWith, [S("x")], false },
        { ComparisonOperator.In, [S("x"), S("y")], false },
        { ComparisonOperator.Between, [S("x"), S("y")], false },
    };

    public static TheoryData<ComparisonOperator, AttributeValue[], string> Refusals => new()
    {
        { ComparisonOperator.Equal, [], "Invalid number of argument(s) for the EQ ComparisonOperator" },
        { ComparisonOperator.NotEqual, [N(1), N(1)], "Invalid number of argument(s) for the NE ComparisonOperator" },
        { ComparisonOperator.LessThanOrEqual, [], "Invalid number of argument(s) for the LE ComparisonOperator" },
        { ComparisonOperator.LessThan, [N(1), S("x")], "Invalid number of argument(s) for the LT ComparisonOperator" },
        { ComparisonOperator.GreaterThanOrEqual, [], "Invalid number of argument(s) for the GE ComparisonOperator" },
        { ComparisonOperator.GreaterThan, [], "Invalid number of argument(s) for the GT ComparisonOperator" },
        { ComparisonOperator.NotNull, [N(1)], "Invalid number of argument(s) for the NOT_NULL ComparisonOperator" },
        { ComparisonOperator.Null, [N(1)], "Invalid number of argument(s) for the NULL ComparisonOperator" },
        { ComparisonOperator.Contains, [S("a"), S("b")], "Invalid number of argument(s) for the CONTAINS ComparisonOperator" },
        { ComparisonOperator.NotContains, [], "Invalid number of argument(s) for the NOT_CONTAINS ComparisonOperator" },
        { ComparisonOperator.BeginsWith, [], "Invalid number of argument(s) for the BEGINS_WITH ComparisonOperator" },
        { ComparisonOperator.In, [], "Invalid number of argument(s) for the IN ComparisonOperator" },
        { ComparisonOperator.Between, [N(1)], "Invalid number of argument(s) for the BETWEEN ComparisonOperator" },
        { ComparisonOperator.Between, [N(1), N(2), N(3)], "Invalid number of argument(s) for the BETWEEN ComparisonOperator" },
        { ComparisonOperator.In, [N(1), S("1")], "AttributeValues inside AttributeValueList must be of same type" },
        { ComparisonOperator.Between, [N(1), S("1")], "AttributeValues inside AttributeValueList must be of same type" },
        { ComparisonOperator.LessThan, [Bool(true)], "ComparisonOperator LT is not valid for BOOL AttributeValue type" },
        { ComparisonOperator.LessThanOrEqual, [AttributeValue.Null], "ComparisonOperator LE is not valid for NULL AttributeValue type" },
        { ComparisonOperator.GreaterThan, [Ss("x")], "ComparisonOperator GT is not valid for SS AttributeValue type" },
        { ComparisonOperator.GreaterThanOrEqual, [Ns(1)], "ComparisonOperator GE is not valid for NS AttributeValue type" },
        { ComparisonOperator.Contains, [M()], "ComparisonOperator CONTAINS is not valid for M AttributeValue type" },
        { ComparisonOperator.Contains, [Bs([1])], "ComparisonOperator CONTAINS is not valid for BS AttributeValue type" },
        { ComparisonOperator.NotContains, [L()], "ComparisonOperator NOT_CONTAINS is not valid for L AttributeValue type" },
        { ComparisonOperator.BeginsWith, [N(1)], "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type" },
        { ComparisonOperator.In, [Ss("x")], "ComparisonOperator IN is not valid for SS AttributeValue type" },
        { ComparisonOperator.Between, [L(), L()], "ComparisonOperator BETWEEN is not valid for L AttributeValue type" },
    };

    [Theory]
    [MemberData(nameof(OnMissingAttributes))]
    public void A_missing_attribute_satisfies_only_NE_and_NULL(ComparisonOperator comparison, AttributeValue[] values, bool expected)
        => Filter("gone", comparison, values).Evaluate(Subject.Span).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void An_operator_compares_as_its_expression_does(string attribute, ComparisonOperator comparison, AttributeValue[] values, bool expected)
    {
        Filter(attribute, comparison, values).Evaluate(Subject.Span).ShouldBe(expected);
        Expect(attribute, new() { ComparisonOperator = comparison, AttributeValueList = values }).Evaluate(Subject.Span).ShouldBe(expected);
        if (values is [var value])
        {
            Expect(attribute, new() { ComparisonOperator = comparison, Value = value }).Evaluate(Subject.Span).ShouldBe(expected);
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_operator_takes_only_its_values(ComparisonOperator comparison, AttributeValue[] values, string message)
    {
        ShouldFail(() => Filter("a", comparison, values), "One or more parameter values were invalid: " + message);
        ShouldFail(
            () => Expect("a", new() { ComparisonOperator = comparison, AttributeValueList = values }), "One or more parameter values were invalid: " + message);
    }

    [Fact]
    public void Bounds_are_in_order()
    {
        const string message = "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound";
        ShouldFail(() => Filter("a", ComparisonOperator.Between, N(2), N(1)), message);
        ShouldFail(() => Filter("a", ComparisonOperator.Between, S("b"), S("a")), message);
        Filter("n", ComparisonOperator.Between, N(5), N(5)).Evaluate(Subject.Span).ShouldBeTrue();
    }

    [Fact]
    public void Value_and_exists_test_for_equality_and_absence()
    {
        Expect("n", new() { Value = N(5) }).Evaluate(Subject.Span).ShouldBeTrue();
        Expect("n", new() { Value = N(6) }).Evaluate(Subject.Span).ShouldBeFalse();
        Expect("n", new() { Value = N(5), Exists = true }).Evaluate(Subject.Span).ShouldBeTrue();
        Expect("n", new() { Exists = false }).Evaluate(Subject.Span).ShouldBeFalse();
        Expect("gone", new() { Exists = false }).Evaluate(Subject.Span).ShouldBeTrue();
        Expect("gone", new() { Exists = false }).Evaluate(Item.Empty.Span).ShouldBeTrue();
    }

    [Fact]
    public void Forms_do_not_mix()
    {
        Refuse(new(), "Value must be provided when Exists is null for Attribute: a");
        Refuse(new() { Exists = true }, "Value must be provided when Exists is true for Attribute: a");
        Refuse(new() { Exists = false, Value = N(1) }, "Value cannot be used when Exists is false for Attribute: a");
        Refuse(
            new() { Exists = true, ComparisonOperator = ComparisonOperator.Equal, AttributeValueList = [N(1)] },
            "Exists and ComparisonOperator cannot be used together for Attribute: a");
        Refuse(
            new() { Exists = false, ComparisonOperator = ComparisonOperator.Null }, "Exists and ComparisonOperator cannot be used together for Attribute: a");
        Refuse(new() { Value = N(1), AttributeValueList = [N(1)] }, "Value and AttributeValueList cannot be used together for Attribute: a");
        Refuse(
            new() { ComparisonOperator = ComparisonOperator.Equal, Value = N(1), AttributeValueList = [] },
            "Value and AttributeValueList cannot be used together for Attribute: a");
        Refuse(
            new() { ComparisonOperator = ComparisonOperator.LessThan },
            "Value or AttributeValueList must be used with ComparisonOperator: LT for Attribute: a");
        Refuse(new() { AttributeValueList = [N(1)] }, "AttributeValueList can only be used with a ComparisonOperator for Attribute: a");
        Refuse(new() { AttributeValueList = [N(1)], Exists = true }, "AttributeValueList can only be used with a ComparisonOperator for Attribute: a");
        Refuse(new() { ComparisonOperator = ComparisonOperator.Null, Value = N(1) }, "Invalid number of argument(s) for the NULL ComparisonOperator");

        static void Refuse(ExpectedAttributeValue expected, string message)
            => ShouldFail(() => Expect("a", expected), "One or more parameter values were invalid: " + message);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(ConditionalOperator.And, false)]
    [InlineData(ConditionalOperator.Or, true)]
    public void Several_conditions_are_combined(ConditionalOperator? conditionalOperator, bool expected)
    {
        var conditions = new Dictionary<string, Condition>
        {
            ["s"] = new() { ComparisonOperator = ComparisonOperator.NotNull },
            ["gone"] = new() { ComparisonOperator = ComparisonOperator.NotNull },
        };

        LegacyCondition.BindFilter(conditions, conditionalOperator)!.Evaluate(Subject.Span).ShouldBe(expected); // two conditions make one
    }

    [Fact]
    public void A_conditional_operator_needs_two_conditions()
    {
        const string alone = "ConditionalOperator cannot be used without Filter or Expected";
        const string one = "ConditionalOperator can only be used when Filter or Expected has two or more elements";
        ShouldFail(() => LegacyCondition.BindFilter(null, ConditionalOperator.And), alone);
        ShouldFail(() => LegacyCondition.BindExpected(null, ConditionalOperator.Or), alone);
        ShouldFail(() => LegacyCondition.BindFilter(new Dictionary<string, Condition>(), ConditionalOperator.And), one);
        ShouldFail(
            () => LegacyCondition.BindExpected(new Dictionary<string, ExpectedAttributeValue> { ["a"] = new() { Exists = true } }, ConditionalOperator.Or),
            one);
    }

    [Fact]
    public void Nothing_to_check_is_no_condition()
    {
        LegacyCondition.BindFilter(null, null).ShouldBeNull();
        LegacyCondition.BindFilter(new Dictionary<string, Condition>(), null).ShouldBeNull();
        LegacyCondition.BindExpected(new Dictionary<string, ExpectedAttributeValue>(), null).ShouldBeNull();
    }

    [Fact]
    public void The_filter_of_a_query_names_no_key()
        => ShouldFail(
            () => Filter("pk", ComparisonOperator.Equal, S("a")).ThrowIfReferencesKey(["pk"], "QueryFilter"),
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: pk");

    [Fact]
    public void Names_and_values_that_no_item_can_hold_are_refused()
    {
        Should.Throw<Errors.DynamoValidationException>(() => Filter(new string('x', 65_536), ComparisonOperator.Null));
        Should.Throw<Errors.DynamoValidationException>(() => Filter("\ud800", ComparisonOperator.Null));
        var deep = N(1);
        for (var i = 0; i < 32; i++)
        {
            deep = L(deep);
        }

        ShouldFail(
            () => Filter("a", ComparisonOperator.Equal, deep),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
    }

    private static BoundCondition Filter(string attribute, ComparisonOperator comparison, params AttributeValue[] values)
        => LegacyCondition.BindFilter(
            new Dictionary<string, Condition> { [attribute] = new() { ComparisonOperator = comparison, AttributeValueList = values } }, null).ShouldNotBeNull();

    private static BoundCondition Expect(string attribute, ExpectedAttributeValue expected)
        => LegacyCondition.BindExpected(new Dictionary<string, ExpectedAttributeValue> { [attribute] = expected }, null).ShouldNotBeNull();
}

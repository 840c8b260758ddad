using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

public class ConditionErrorTests
{
    private static readonly Item Values = Of(
        (":s", S("x")),
        (":n", N(1)),
        (":m", N(2)),
        (":b", Bool(true)),
        (":null", AttributeValue.Null),
        (":l", L(N(1))),
        (":map", M(("k", N(1)))),
        (":ss", Ss("a")),
        (":bin", B(1, 2)),
        (":type", S("SS")),
        (":wrong", S("X")));

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("foo", "Syntax error; token: \"<EOF>\", near: \"foo\"")]
    [InlineData(" ", "Syntax error; token: \"<EOF>\", near: \"\"")]
    [InlineData("a-b", "Syntax error; token: \"-\", near: \"a-b\"")]
    [InlineData("tenantAgent:abc123-def = :s", "Syntax error; token: \":abc123\", near: \"tenantAgent:abc123-\"")]
    [InlineData("a = 2", "Syntax error; token: \"2\", near: \"= 2\"")]
    [InlineData("!!", "Syntax error; token: \"!\", near: \"!!\"")]
    [InlineData("a = :s AND", "Syntax error; token: \"<EOF>\", near: \"AND\"")]
    [InlineData("contains (themes, :s", "Syntax error; token: \"<EOF>\", near: \":s\"")]
    [InlineData("attribute_not_exists(", "Syntax error; token: \"<EOF>\", near: \"(\"")]
    [InlineData("a IN ()", "Syntax error; token: \")\", near: \"()\"")]
    [InlineData("_a = :s", "Syntax error; token: \"_\", near: \"_a\"")]
    [InlineData("a = :s b = :s", "Syntax error; token: \"b\", near: \":s b =\"")]
    [InlineData("(a) AND b = :s", "Syntax error; token: \"AND\", near: \") AND b\"")]
    [InlineData("a BETWEEN :n OR :m", "Syntax error; token: \"OR\", near: \":n OR :m\"")]
    [InlineData("a[00] = :s", "Syntax error; token: \"0\", near: \"00]\"")]
    [InlineData("a. = :s", "Syntax error; token: \"=\", near: \". = :s\"")]
    [InlineData("set = :s", "Syntax error; token: \"set\", near: \"set =\"")]
    [InlineData("# = :s", "Syntax error; token: \"#\", near: \"# =\"")]
    [InlineData("((a = :s))", "The expression has redundant parentheses;")]
    [InlineData("((a)) = :s", "The expression has redundant parentheses;")]
    [InlineData("a = ((:s))", "The expression has redundant parentheses;")]
    [InlineData("((attribute_exists(a)))", "The expression has redundant parentheses;")]
    [InlineData("b = :s AND ((a = :s) AND", "Syntax error; token: \"<EOF>\", near: \"AND\"")]
    [InlineData("status = :s", "Attribute name is a reserved keyword; reserved keyword: status")]
    [InlineData("a.Name = :s", "Attribute name is a reserved keyword; reserved keyword: Name")]
    [InlineData("a[99999999999] = :s", "List index is not within the allowable range; index: [99999999999]")]
    [InlineData("starts_with(a, :s)", "Invalid function name; function: starts_with")]
    [InlineData("Begins_With(a, :s)", "Invalid function name; function: Begins_With")]
    [InlineData("list_append(a, :l) = :l", "The function is not allowed in a condition expression; function: list_append")]
    [InlineData("size(a)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("NOT size(a)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("attribute_exists(a) = :b", "The function is not allowed to be used this way in an expression; function: attribute_exists")]
    [InlineData("begins_with(a)", "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1")]
    [InlineData(
        "attribute_exists(a, b)", "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2")]
    [InlineData("name = :s AND nofunction(a)", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("nofunction(a) AND name = :s", "Invalid function name; function: nofunction")]
    [InlineData("#x = :s", "An expression attribute name used in the document path is not defined; attribute name: #x")]
    [InlineData("a = :undefined", "An expression attribute value used in expression is not defined; attribute value: :undefined")]
    [InlineData("a = a", "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]")]
    [InlineData(
        "a.b[1] < a.b[1]",
        "The first operand must be distinct from the remaining operands for this operator or function; operator: <, first operand: [a, b, [1]]")]
    [InlineData(
        "contains(a, a)",
        "The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a]")]
    [InlineData("a < :b", "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    [InlineData("a >= :null", "Incorrect operand type for operator or function; operator or function: >=, operand type: NULL")]
    [InlineData("a BETWEEN :ss AND :ss", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: SS")]
    [InlineData(
        "a BETWEEN :s AND :n",
        "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:x}, upper bound operand: "
            + "AttributeValue: {N:1}")]
    [InlineData(
        "a BETWEEN :m AND :n",
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound "
            + "operand: AttributeValue: {N:1}")]
    [InlineData("begins_with(a, :n)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("size(:n) > :n", "Incorrect operand type for operator or function; operator or function: size, operand type: N")]
    [InlineData("size(size(a)) > :n", "Incorrect operand type for operator or function; operator or function: size, operand type: N")]
    [InlineData("attribute_exists(:s)", "Operator or function requires a document path; operator or function: attribute_exists")]
    [InlineData("attribute_type(a, :n)", "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N")]
    [InlineData("attribute_type(a, :wrong)", "Invalid attribute type name found; type: X, valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}")]
    public void Condition_is_refused_with_the_services_text(string condition, string problem)
        => ShouldFail(() => Holds(condition, Item.Empty, Values), $"Invalid ConditionExpression: {problem}");

    [Fact]
    public void Filter_errors_name_the_filter_expression()
        => ShouldFail(
            () => ConditionExpression.Parse("a", ExpressionParameter.FilterExpression),
            "Invalid FilterExpression: Syntax error; token: \"<EOF>\", near: \"a\"");

    [Fact]
    public void Text_of_4096_bytes_is_read_and_of_4097_is_not()
    {
        var text = $"attribute_exists({new string('a', 4096 - 18)})";
        Holds(text, Item.Empty);
        ShouldFail(
            () => Holds(text.Insert(20, "b"), Item.Empty),
            "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4097");
        ShouldFail(
            () => ConditionExpression.Parse(new string('ü', 3000)),
            "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 6000");
    }

    [Fact]
    public void Operators_are_counted_up_to_300()
    {
        var comparisons = string.Join(" AND ", Enumerable.Repeat("a=:n", 150));
        Holds(comparisons, Item.Empty, Of((":n", N(1))));
        ShouldFail(
            () => Holds($"{comparisons} AND (NOT a=:n)", Item.Empty, Of((":n", N(1)))),
            "Invalid ConditionExpression: The expression contains too many operators; operator count: 301");
    }

    [Fact]
    public void IN_takes_100_candidates()
    {
        var values = Of([.. Enumerable.Range(0, 101).Select(i => ($":v{i}", N(i)))]);
        ShouldFail(
            () => Holds($"a IN ({string.Join(',', Enumerable.Range(0, 101).Select(i => $":v{i}"))})", Item.Empty, values),
            "Invalid ConditionExpression: The IN operator is provided with too many operands; number of operands: 101");
    }

    [Fact]
    public void Paths_have_at_most_32_levels()
    {
        Holds($"attribute_exists(a{string.Concat(Enumerable.Repeat(".b", 31))})", Item.Empty);
        ShouldFail(
            () => Holds($"attribute_exists(a{string.Concat(Enumerable.Repeat(".b", 32))})", Item.Empty),
            "Invalid ConditionExpression: The document path has too many nesting levels; nesting levels: 33");
    }

    [Theory]
    [InlineData("(", "")]
    [InlineData("NOT ", "a=:s")]
    [InlineData("NOT (", "a=:s")]
    [InlineData("size(", "a")]
    [InlineData("(a=:s AND ", "a=:s")]
    public void Deep_nesting_is_refused_without_recursing_into_it(string opening, string core)
    {
        var text = string.Concat(Enumerable.Repeat(opening, (4096 - core.Length) / (opening.Length + 1))) + core;
        Shouldly.Should.Throw<Errors.DynamoValidationException>(() => ConditionExpression.Parse(text));
    }

    [Fact]
    public void Same_operand_is_found_behind_a_placeholder()
        => ShouldFail(
            () => Holds("a = #a", Item.Empty, names: Names(("#a", "a"))),
            "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this operator or function; operator: =, first "
                + "operand: [a]");
}

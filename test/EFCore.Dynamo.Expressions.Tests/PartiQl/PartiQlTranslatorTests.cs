using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests.PartiQl;

public class PartiQlTranslatorTests
{
    private static readonly Item Sample = Of(
        ("#odd", S("x")), ("n", N(5)), ("s", S("hello")), ("empty", AttributeValue.Null), ("flag", Bool(true)), ("l", L(N(1), S("b"))),
        ("m", M(("a", M(("b", L(N(7))))))), ("set", Ss("p", "q")), ("bin", B(1, 2)));

    [Theory]
    [InlineData("n = 5", true)]
    [InlineData("5 = n", true)]
    [InlineData("n = 2 + 3", true)]
    [InlineData("n <> 5", false)]
    [InlineData("n != 6", true)]
    [InlineData("n = '5'", false)]
    [InlineData("n > 4 AND n <= 5 AND NOT n < 5", true)]
    [InlineData("\"#odd\" = 'x'", true)]
    [InlineData("n BETWEEN 5 AND 6", true)]
    [InlineData("n NOT BETWEEN 5 AND 6", false)]
    [InlineData("s IN ['hello', 'world']", true)]
    [InlineData("s IN ('hello')", true)]
    [InlineData("s IN <<'hello', 'world'>>", true)]
    [InlineData("s NOT IN ['hello']", false)]
    [InlineData("s IN []", false)]
    [InlineData("begins_with(s, 'he')", true)]
    [InlineData("CONTAINS(s, 'ell') AND contains(\"set\", 'q')", true)]
    [InlineData("attribute_type(n, 'N')", true)]
    [InlineData("size(s) = 5 AND size(l) = 2", true)]
    [InlineData("attribute_exists(n) AND NOT attribute_exists(absent)", true)]
    [InlineData("Attribute_Not_Exists(absent) AND NOT ATTRIBUTE_NOT_EXISTS(n)", true)]
    [InlineData("attribute_exists(m.a.b[0]) AND attribute_not_exists(m.a.b[1]) AND attribute_not_exists(m.x.y)", true)]
    [InlineData("attribute_exists(absent) OR attribute_exists(empty)", true)]
    [InlineData("attribute_exists(n) = TRUE AND true = attribute_not_exists(absent)", true)]
    [InlineData("attribute_exists(n) = FALSE OR attribute_exists(n) <> TRUE OR attribute_not_exists(n) = TRUE", false)]
    [InlineData("begins_with(s, 'he') = TRUE AND contains(s, 'x') = FALSE", true)]
    [InlineData("absent IS MISSING AND n IS NOT MISSING", true)]
    [InlineData("absent = MISSING AND n <> MISSING", true)]
    [InlineData("empty IS NULL AND empty = NULL", true)]
    [InlineData("absent IS NULL", false)]
    [InlineData("n IS NOT NULL", true)]
    [InlineData("n IS NUMERIC AND s IS STRING AND flag IS BOOL AND bin IS BLOB AND l IS LIST AND m IS STRUCT AND \"set\" IS BAG", true)]
    [InlineData("flag = TRUE", true)]
    [InlineData("m.a.b[0] = 7", true)]
    [InlineData("m['a'].b[1] IS MISSING", true)]
    [InlineData("l = [1, 'b']", true)]
    [InlineData("\"set\" = <<'q', 'p'>>", true)]
    [InlineData("m = {'a': {'b': [7]}}", true)]
    [InlineData("(n = 1 OR s = 'hello') AND (flag = FALSE OR n = 5)", true)]
    public void Conditions_hold_or_not(string where, bool expected) => Holds(where).ShouldBe(expected);

    [Fact]
    public void Parameters_stand_for_values_in_their_order()
    {
        Holds("n = ? AND s = ? AND l[1] IN ? AND begins_with(bin, ?)", N(5), S("hello"), L(S("a"), S("b")), B(1)).ShouldBeTrue();
        Holds("l = [?, ?]", N(1), S("b")).ShouldBeTrue();
        Holds("attribute_exists(n) = ? AND NOT attribute_exists(n) = ?", Bool(true), Bool(false)).ShouldBeTrue();
        Holds("s IN ?", Ss("x", "hello")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("n = ?")]
    [InlineData("n = ? AND s = ? AND l = ?")]
    public void Number_of_parameters_must_match(string where)
        => ShouldFail(() => Holds(where, N(1), N(2)), "Number of parameters in request and statement don't match.");

    [Theory]
    [InlineData("n", "The WHERE clause must be a condition")]
    [InlineData("TRUE", "The WHERE clause must be a condition")]
    [InlineData("size(s)", "Unsupported function: size")]
    [InlineData("lower(s) = 'x'", "Unrecognized function: lower at 1:23:5")]
    [InlineData("n = 1 AND EXISTS(s)", "Unrecognized function: exists at 1:33:6")]
    [InlineData("set_add(s, <<'x'>>)", "Unsupported function: set_add")]
    [InlineData("attribute_exists(s) = 'x'", "Unsupported function: attribute_exists")]
    [InlineData("attribute_exists(s) < TRUE", "Unsupported function: attribute_exists")]
    [InlineData("attribute_exists('s')", "Operator or function requires a document path; operator or function: attribute_exists")]
    [InlineData("attribute_not_exists(1)", "Operator or function requires a document path; operator or function: attribute_not_exists")]
    [InlineData("attribute_exists()", "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 0")]
    [InlineData(
        "attribute_not_exists(s, n) = TRUE",
        "Incorrect number of operands for operator or function; operator or function: attribute_not_exists, number of operands: 2")]
    [InlineData("n < TRUE", "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    [InlineData("n = 1e126", "Number overflow. Attempting to store a number with magnitude larger than supported range under root")]
    [InlineData("n = -1e126", "Number overflow. Attempting to store a number with magnitude larger than supported range under root")]
    [InlineData("n = 1e-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range under root")]
    [InlineData("n = 1e2147483647", "Number underflow. Attempting to store a number with magnitude smaller than supported range under root")]
    [InlineData("n = 123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number under root")]
    [InlineData("n = [1, 1e126]", "Number overflow. Attempting to store a number with magnitude larger than supported range under root[1]")]
    [InlineData(
        "n = {'a': 1, 'x': {'y': [1e126]}}", "Number overflow. Attempting to store a number with magnitude larger than supported range under root.x.y[0]")]
    [InlineData("\"\" = 1", "Path component cannot be an empty string")]
    [InlineData("n + 1 = 6", "Unsupported operator: +")]
    [InlineData("n IN 5", "IN takes a list of values")]
    [InlineData("5 IS NULL", "IS takes an attribute or a document path")]
    [InlineData("n = <<>>", "Empty bags are not supported")]
    [InlineData("n = <<1, 'a'>>", "The elements of a set must be of one type")]
    [InlineData("n = <<TRUE>>", "The elements of a set must be strings, numbers or binaries")]
    [InlineData("n = <<1, 1.0>>", "Input collection contains duplicates")]
    [InlineData("n = {a: 1}", "Attribute names in a tuple must be strings")]
    [InlineData("n = {'a': 1, 'a': 2}", "The tuple has more than one attribute of the name a")]
    [InlineData("n = 1 + 'x'", "Operator + takes numbers only")]
    [InlineData("n = [s]", "An operand must be a value, an attribute or its size")]
    [InlineData("begins_with(s)", "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1")]
    [InlineData("begins_with(s, 1)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData(
        "n BETWEEN 2 AND 1",
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound "
            + "operand: AttributeValue: {N:1}")]
    public void What_no_condition_can_say_is_refused(string where, string message) => ShouldFail(() => Holds(where), message);

    [Fact]
    public void In_takes_a_hundred_candidates_and_no_more()
    {
        Holds($"n IN [{string.Join(", ", Enumerable.Range(0, 100))}]").ShouldBeTrue();
        ShouldFail(
            () => Holds($"n IN [{string.Join(", ", Enumerable.Range(0, 101))}]"),
            "The IN operator is provided with too many operands; number of operands: 101");
    }

    [Fact]
    public void Update_sets_removes_appends_and_changes_sets()
    {
        var updated = Update(
            "SET n = n + 2 - ?, m.a.c = [TRUE] REMOVE l[0] SET \"set\" = set_add(\"set\", <<'r'>>), other = list_append(l, [3]) SET bin = s",
            N(1));
        updated["n"].ShouldBe(N(6));
        updated["m"].ShouldBe(M(("a", M(("b", L(N(7))), ("c", L(Bool(true)))))));
        updated["l"].ShouldBe(L(S("b")));
        updated["set"].ShouldBe(Ss("p", "q", "r"));
        updated["other"].ShouldBe(L(N(1), S("b"), N(3)));
        updated["bin"].ShouldBe(S("hello"));
        Update("SET \"set\" = SET_DELETE(\"set\", <<'p', 'q'>>)").TryGetValue("set", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("SET n = set_add(s, <<1>>)", "The first argument to SET_ADD must equal the assignment value at 1:18:7")]
    [InlineData("SET n = set_delete('n', <<1>>)", "The first argument to SET_DELETE must equal the assignment value at 1:18:10")]
    [InlineData("SET n = set_add(n, 1)", "The second argument to SET_ADD must be a value with type SET at 1:18:7")]
    [InlineData("SET n = Set_Add(n, s)", "The second argument to SET_ADD must be a value with type SET at 1:18:7")]
    [InlineData("SET n = set_add(n)", "SET_ADD must have exactly two arguments at 1:18:7")]
    [InlineData("SET n = set_delete()", "SET_DELETE must have exactly two arguments at 1:18:10")]
    [InlineData("SET n = set_add(n, <<>>)", "Empty bags are not supported")]
    [InlineData("SET n = if_not_exists(n, 1)", "Unrecognized function: if_not_exists at 1:18:13")]
    [InlineData("SET l = list_append(l)", "Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1")]
    [InlineData("SET n = (s = 1)", "SET takes a value, an attribute, a sum or difference, or a function of them")]
    [InlineData(
        "SET n = 1, n = 2",
        "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]")]
    [InlineData("SET n = absent", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET n = s + 1", "An operand in the update expression has an incorrect data type")]
    public void What_no_update_can_say_is_refused(string actions, string message) => ShouldFail(() => Update(actions), message);

    [Fact]
    public void Selected_paths_become_attributes_of_their_own()
    {
        Select("n, m.a.b[0], l[1], m.a, absent, m.x").ShouldBe(Of(("n", N(5)), ("b[0]", N(7)), ("l[1]", S("b")), ("a", M(("b", L(N(7)))))));
        Select("n, n").ShouldBe(Of(("n", N(5))));
        Select("absent").ShouldBe(Item.Empty);
    }

    [Fact]
    public void Inserted_item_may_be_a_parameter()
    {
        Insert("{'k': ?, 'l': [1, {'x': NULL}]}", S("v")).ShouldBe(Of(("k", S("v")), ("l", L(N(1), M(("x", AttributeValue.Null))))));
        Insert("?", M(("k", S("v")))).ShouldBe(Of(("k", S("v"))));
        ShouldFail(() => Insert("1"), "The VALUE of an INSERT must be a tuple");
        ShouldFail(() => Insert("{'k': other}"), "A value may not depend on the item here");
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Inserted_values_nest_as_deep_as_an_item(int lists, bool fits)
    {
        var value = $"{new string('[', lists)}1{new string(']', lists)}";
        if (fits)
        {
            Insert($"{{'k': {value}}}").Count.ShouldBe(1);
        }
        else
        {
            ShouldFail(
                () => Insert($"{{'k': {value}}}"),
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
        }
    }

    [Theory]
    [InlineData("{'x': 1e126}", "Number overflow. Attempting to store a number with magnitude larger than supported range under root.x")]
    [InlineData("{'x': set_add(x, <<'a'>>)}", "Unsupported data type: set_add under key root at 1:27:7")]
    [InlineData("{'x': [1, {'y': lower('A')}]}", "Unsupported data type: lower under key root.x[1] at 1:37:5")]
    [InlineData("set_delete(x, <<'a'>>)", "Unsupported data type: set_delete under key root at 1:21:10")]
    [InlineData("{'x': <<>>}", "Empty bags are not supported")]
    public void Inserted_values_say_what_is_wrong_and_where(string value, string message) => ShouldFail(() => Insert(value), message);

    [Theory]
    [InlineData("attribute_exists(s)", "Unexpected path component at 1:8:16")]
    [InlineData("count(*)", "Unexpected path component at 1:8:5")]
    [InlineData("n, n + 1", "Unexpected path component at 1:13:1")]
    [InlineData("'n'", "Unexpected path component at 1:8:3")]
    public void Only_paths_are_selected(string list, string message) => ShouldFail(() => Select(list), message);

    private static bool Holds(string where, params AttributeValue[] parameters)
    {
        var statement = PartiQlStatement.Parse($"SELECT * FROM t WHERE {where}");
        var translator = new PartiQlTranslator(statement, parameters);
        var condition = translator.TranslateCondition(((PartiQlNode.Select)statement.Root).Where!); // the text has a WHERE
        return ConditionExpression.FromSyntax(condition, ExpressionParameter.Statement).Bind(translator.CreatePlaceholders()).Evaluate(Sample.Span);
    }

    private static Item Update(string actions, params AttributeValue[] parameters)
    {
        var statement = PartiQlStatement.Parse($"UPDATE t {actions}");
        var translator = new PartiQlTranslator(statement, parameters);
        var update = translator.TranslateUpdate(((PartiQlNode.Update)statement.Root).Actions);
        return UpdateExpression.FromSyntax(update).Bind(translator.CreatePlaceholders()).Apply(Sample.Span);
    }

    private static Item Select(string list)
    {
        var statement = PartiQlStatement.Parse($"SELECT {list} FROM t");
        var translator = new PartiQlTranslator(statement, null);
        var paths = translator.TranslateProjection(((PartiQlNode.Select)statement.Root).Projection!); // the text has a list
        return ProjectionExpression.FromSelectList(paths).Bind(translator.CreatePlaceholders()).Apply(Sample.Span);
    }

    private static Item Insert(string value, params AttributeValue[] parameters)
    {
        var statement = PartiQlStatement.Parse($"INSERT INTO t VALUE {value}");
        return new PartiQlTranslator(statement, parameters).TranslateItem(((PartiQlNode.Insert)statement.Root).Value);
    }
}

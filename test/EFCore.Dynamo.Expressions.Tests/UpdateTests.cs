using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

public class UpdateTests
{
    private static readonly Item Source = Of(
        ("id", S("k")),
        ("n", N(5)),
        ("s", S("text")),
        ("l", L(N(0), N(1), N(2))),
        ("m", M(("a", N(1)), ("b", M(("c", S("x")))))),
        ("tags", Ss("blue", "red")),
        ("nums", Ns(1, 2)),
        ("blobs", Bs([1])));

    private static readonly Item Values = Of(
        (":one", N(1)),
        (":half", N("0.5")),
        (":s", S("new")),
        (":l", L(S("x"), S("y"))),
        (":empty", L()),
        (":red", Ss("red")),
        (":all", Ss("blue", "red")),
        (":more", Ss("green", "red")),
        (":ns", Ns(2, 3)), (":bs", Bs([2])), (":b", Bool(true)), (":null", AttributeValue.Null), (":m", M(("z", N(1)))), (":nine", N(9)), (":eight", N(8)));

    [Fact]
    public void SET_replaces_and_creates_attributes_of_any_type()
        => Apply("SET n = :s, fresh = :m, s = :null", Source, Values).ShouldBe(With(("n", S("new")), ("fresh", M(("z", N(1)))), ("s", AttributeValue.Null)));

    [Fact]
    public void SET_adds_and_subtracts_numbers()
    {
        Apply("SET n = n + :half", Source, Values)["n"].ShouldBe(N("5.5"));
        Apply("SET n = n - :one", Source, Values)["n"].ShouldBe(N(4));
        Apply("SET n = (:one - n)", Source, Values)["n"].ShouldBe(N(-4));
        Apply("SET n = if_not_exists(z, :one) + n", Source, Values)["n"].ShouldBe(N(6));
    }

    [Fact]
    public void Right_hand_sides_read_the_item_as_it_was()
        => Apply("SET n = m.a, m.a = n, l[0] = l[2], l[2] = l[0]", Source, Values)
            .ShouldBe(With(("n", N(1)), ("m", M(("a", N(5)), ("b", M(("c", S("x")))))), ("l", L(N(2), N(1), N(0)))));

    [Fact]
    public void If_not_exists_keeps_what_is_there()
    {
        Apply("SET n = if_not_exists(n, :one)", Source, Values)["n"].ShouldBe(N(5));
        Apply("SET z = if_not_exists(z, :one)", Source, Values)["z"].ShouldBe(N(1));
        Apply("SET z = if_not_exists(z, if_not_exists(y, n))", Source, Values)["z"].ShouldBe(N(5));
    }

    [Fact]
    public void List_append_joins_lists_in_the_order_written()
    {
        Apply("SET l = list_append(l, :l)", Source, Values)["l"].ShouldBe(L(N(0), N(1), N(2), S("x"), S("y")));
        Apply("SET l = list_append(:l, l)", Source, Values)["l"].ShouldBe(L(S("x"), S("y"), N(0), N(1), N(2)));
        Apply("SET z = list_append(if_not_exists(z, :empty), if_not_exists(l, :l))", Source, Values)["z"].ShouldBe(L(N(0), N(1), N(2)));
    }

    [Fact]
    public void Nested_paths_change_only_what_they_name()
        => Apply("SET m.b.c = :s, m.b.d = :one REMOVE m.a", Source, Values).ShouldBe(With(("m", M(("b", M(("c", S("new")), ("d", N(1))))))));

    [Fact]
    public void List_indexes_past_the_end_append_in_order()
        => Apply("SET l[9] = :nine, l[3] = :one, l[8] = :eight", Source, Values)["l"].ShouldBe(L(N(0), N(1), N(2), N(1), N(8), N(9)));

    [Fact]
    public void Removed_list_elements_are_those_of_the_list_before()
    {
        Apply("REMOVE l[0], l[1], l[7]", Source, Values)["l"].ShouldBe(L(N(2)));
        Apply("SET l[1] = :s, l[5] = :one REMOVE l[0]", Source, Values)["l"].ShouldBe(L(S("new"), N(2), N(1)));
        Apply("REMOVE l[0], l[1], l[2]", Source, Values)["l"].ShouldBe(L());
    }

    [Fact]
    public void REMOVE_of_absent_attributes_changes_nothing()
        => Apply("REMOVE z, l[4], m.q", Source).ShouldBe(Source);

    [Fact]
    public void ADD_sums_numbers_unites_sets_and_creates_both()
        => Apply("ADD n :half, tags :more, nums :ns, blobs :bs, zn :one, zs :red, m.a :one", Source, Values).ShouldBe(With(
            ("n", N("5.5")),
            ("tags", Ss("blue", "green", "red")),
            ("nums", Ns(1, 2, 3)),
            ("blobs", Bs([1], [2])),
            ("zn", N(1)),
            ("zs", Ss("red")),
            ("m", M(("a", N(2)), ("b", M(("c", S("x"))))))));

    [Fact]
    public void DELETE_takes_elements_and_the_last_one_takes_the_attribute()
    {
        Apply("DELETE tags :red", Source, Values)["tags"].ShouldBe(Ss("blue"));
        Apply("DELETE tags :all", Source, Values).ContainsKey("tags").ShouldBeFalse();
        Apply("DELETE z :all, nums :ns", Source, Values).ShouldBe(With(("nums", Ns(1))));
    }

    [Fact]
    public void Clauses_come_in_any_order_and_case()
        => Apply("remove s Add n :one sEt z = :one DELETE tags :red", Source, Values).TryGetValue("z", out _).ShouldBeTrue();

    [Fact]
    public void Item_that_does_not_exist_starts_as_its_key()
        => Apply("SET a = :one ADD c :one", Of(("id", S("k"))), Values).ShouldBe(Of(("id", S("k")), ("a", N(1)), ("c", N(1))));

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("INVALID SYNTAX HERE", "Syntax error; token: \"INVALID\", near: \"INVALID SYNTAX\"")]
    [InlineData("ADD hits : incr", "Syntax error; token: \":\", near: \"hits : incr\"")]
    [InlineData("SET a = :one,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [InlineData("SET", "Syntax error; token: \"<EOF>\", near: \"SET\"")]
    [InlineData("SET _123 = :s", "Syntax error; token: \"_\", near: \"SET _123\"")]
    [InlineData("SET a = :one + :one + :one", "Syntax error; token: \"+\", near: \":one + :one\"")]
    [InlineData("SET a = (n + :one) - :one", "Syntax error; token: \"-\", near: \") - :one\"")]
    [InlineData("SET a = ((n + :one))", "The expression has redundant parentheses;")]
    [InlineData("SET a = ((n)) + :one", "The expression has redundant parentheses;")]
    [InlineData("ADD n n", "Syntax error; token: \"n\", near: \"n n\"")]
    [InlineData("SET n = :one SET s = :s", "The \"SET\" section can only be used once in an update expression;")]
    [InlineData("REMOVE n ADD n :one REMOVE s", "The \"REMOVE\" section can only be used once in an update expression;")]
    [InlineData("SET date = :s", "Attribute name is a reserved keyword; reserved keyword: date")]
    [InlineData("SET n = foo(:s)", "Invalid function name; function: foo")]
    [InlineData("SET n = size(s)", "The function is not allowed in an update expression; function: size")]
    [InlineData("SET l = list_append(list_append(:l, l), :l)", "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData("SET l = list_append(:l, (list_append(:l, l)))", "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData("SET l = if_not_exists(z, list_append(:l, l))", "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData(
        "SET l = list_append(if_not_exists(l, list_append(:l, :l)), :gone)",
        "The function is not allowed to be used this way in an expression; function: list_append")]
    [InlineData(
        "SET n = if_not_exists(n)", "Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1")]
    [InlineData("SET n = if_not_exists(:one, n)", "Operator or function requires a document path; operator or function: if_not_exists")]
    [InlineData("SET #n = :one", "An expression attribute name used in the document path is not defined; attribute name: #n")]
    [InlineData("SET n = #n", "An expression attribute name used in the document path is not defined; attribute name: #n")]
    [InlineData("SET n = :gone", "An expression attribute value used in expression is not defined; attribute value: :gone")]
    [InlineData("ADD n :gone", "An expression attribute value used in expression is not defined; attribute value: :gone")]
    [InlineData("SET n = :one, n = :s", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]")]
    [InlineData(
        "SET m = :m REMOVE m.b.c", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m], path two: [m, b, c]")]
    [InlineData(
        "SET m.a = :m REMOVE m[0]",
        "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, a], path two: [m, [0]]")]
    [InlineData("SET n = n + :s", "Incorrect operand type for operator or function; operator or function: +, operand type: S")]
    [InlineData("SET n = n - list_append(:l, :l)", "Incorrect operand type for operator or function; operator or function: -, operand type: L")]
    [InlineData("SET l = list_append(l, :s)", "Incorrect operand type for operator or function; operator or function: list_append, operand type: S")]
    [InlineData("ADD n :s", "Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData("ADD n :m", "Incorrect operand type for operator or function; operator: ADD, operand type: MAP, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [InlineData(
        "DELETE tags :s", "Incorrect operand type for operator or function; operator: DELETE, operand type: STRING, typeSet: ALLOWED_FOR_DELETE_OPERAND")]
    [InlineData(
        "DELETE n :one", "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND")]
    public void Update_is_refused_with_the_services_text(string update, string problem)
        => ShouldFail(() => Apply(update, Source, Values), $"Invalid UpdateExpression: {problem}");

    [Theory]
    [InlineData("SET a = z", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = z + :one", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = list_append(z, :l)", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = s + :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET a = list_append(n, :l)", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET a = z, b = s + :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD s :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD n :red", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD tags :ns", "An operand in the update expression has an incorrect data type")]
    [InlineData("DELETE n :red", "An operand in the update expression has an incorrect data type")]
    [InlineData("DELETE nums :red", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET z.a = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET n.a = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET m[0] = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET l.a = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET l[9].a = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("REMOVE z.a", "The document path provided in the update expression is invalid for update")]
    [InlineData("ADD z.a :one", "The document path provided in the update expression is invalid for update")]
    public void Update_that_does_not_fit_the_item_is_refused_with_the_services_text(string update, string message)
        => ShouldFail(() => Apply(update, Source, Values), message);

    [Fact]
    public void Number_that_leaves_the_range_is_refused()
    {
        var values = Of((":huge", N("9.9E125")), (":sum", N("9E125")));
        ShouldFail(
            () => Apply("SET a = :huge + :sum", Source, values), "Number overflow. Attempting to store a number with magnitude larger than supported range");
        ShouldFail(
            () => Apply("ADD h :huge", Of(("h", N("9E125"))), values),
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    [Fact]
    public void Failed_update_leaves_the_next_one_unharmed()
    {
        ShouldFail(
            () => Apply("SET a = :huge + :huge", Source, Of((":huge", N("9.9E125")))),
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
        Apply("SET n = :one", Source, Values).ShouldBe(With(("n", N(1))));
    }

    [Fact]
    public void Key_attributes_cannot_be_changed()
    {
        var update = UpdateExpression.Parse("SET a = :v, #k = :v, b = pk.x").Bind(new(Names(("#k", "pk")), Of((":v", N(1)))));
        update.ThrowIfChangesKey(["sk"]);
        ShouldFail(
            () => update.ThrowIfDereferencesKey(["pk"]), "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk");
        ShouldFail(
            () => update.ThrowIfChangesKey(["a"]), "One or more parameter values were invalid: Cannot update attribute a. This attribute is part of the key");
        update.ChangedAttributes.ToArray().Select(name => name.Text).Order().ShouldBe(["a", "b", "pk"]);
    }

    [Theory]
    [InlineData(
        "SET n = :one, l[1] = :s REMOVE m.a ADD z :one",
        """{"l":{"L":[{"N":"1"}]},"m":{"M":{"a":{"N":"1"}}},"n":{"N":"5"}}""",
        """{"l":{"L":[{"S":"new"}]},"n":{"N":"1"},"z":{"N":"1"}}""")]
    [InlineData("SET l[100] = :s", "{}", "{}")]
    [InlineData("SET l[3] = :s", "{}", """{"l":{"L":[{"S":"new"}]}}""")]
    [InlineData("REMOVE l[0]", """{"l":{"L":[{"N":"0"}]}}""", """{"l":{"L":[{"N":"1"}]}}""")]
    [InlineData("REMOVE l[2]", """{"l":{"L":[{"N":"2"}]}}""", "{}")]
    [InlineData("SET l[1] = :s REMOVE l[0]", """{"l":{"L":[{"N":"0"},{"N":"1"}]}}""", """{"l":{"L":[{"S":"new"},{"N":"2"}]}}""")]
    [InlineData("SET l[1] = :s REMOVE l[0], l[2]", """{"l":{"L":[{"N":"0"},{"N":"1"},{"N":"2"}]}}""", """{"l":{"L":[{"S":"new"}]}}""")]
    [InlineData(
        "SET m.b.c = :s, m.z = :one REMOVE m.a",
        """{"m":{"M":{"a":{"N":"1"},"b":{"M":{"c":{"S":"x"}}}}}}""",
        """{"m":{"M":{"b":{"M":{"c":{"S":"new"}}},"z":{"N":"1"}}}}""")]
    [InlineData("DELETE tags :all", """{"tags":{"SS":["blue","red"]}}""", "{}")]
    [InlineData("REMOVE m.a", """{"m":{"M":{"a":{"N":"1"}}}}""", "{}")]
    public void Touched_paths_are_those_written_looked_up_in_each_image(string expression, string before, string after)
    {
        var update = UpdateExpression.Parse(expression).Bind(new(null, Values));
        update.ProjectTouchedPaths(Source.Span).ToString().ShouldBe(before);
        update.ProjectTouchedPaths(update.Apply(Source.Span).Span).ToString().ShouldBe(after);
    }

    [Fact]
    public void Applying_allocates_the_new_item_only()
    {
        var update = UpdateExpression.Parse(
            "SET n = n + :one, m.b.c = if_not_exists(m.b.z, :s), l = list_append(l, :l) REMOVE s ADD tags :more").Bind(new(null, Values));
        var size = update.Apply(Source.Span).PackedBytes.Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            update.Apply(Source.Span);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / 100).ShouldBeLessThan(size + 64);
    }

    private static Item With(params (string Name, AttributeValue Value)[] changes)
    {
        var attributes = new Dictionary<string, AttributeValue>();
        foreach (var (name, value) in Source)
        {
            attributes[name] = value;
        }

        foreach (var (name, value) in changes)
        {
            attributes[name] = value;
        }

        return Of([.. attributes.Select(pair => (pair.Key, pair.Value))]);
    }
}

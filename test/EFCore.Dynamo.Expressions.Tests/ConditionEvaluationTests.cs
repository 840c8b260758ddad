using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

public class ConditionEvaluationTests
{
    private static readonly Item Book = Of(
        ("id", N(101)),
        ("title", S("Book 101 Title")),
        ("price", N("2.50")),
        ("tags", Ss("blue", "red")),
        ("sizes", Ns(1, 2, 3)),
        ("blobs", Bs([1], [2, 3])),
        ("cover", B(1, 2, 3)),
        ("inStock", Bool(true)),
        ("nothing", AttributeValue.Null),
        ("blank", S("")),
        ("authors", L(S("Ann"), N(7), L(N(1)))),
        ("info", M(("rating", N(5)), ("deep", M(("items2", L(S("x"), S("y"))))))),
        ("music", S("é𝄞")));

    private static readonly Item Values = Of(
        (":id", N("101.00")),
        (":title", S("Book 101 Title")),
        (":book", S("Book")),
        (":low", N(1)),
        (":high", N("1000")),
        (":red", S("red")),
        (":two", N(2)),
        (":bytes", B(2, 3)),
        (
            ":one",
            B(1)), (":true", Bool(true)), (":null", AttributeValue.Null), (":list", L(N(1))), (":tags", Ss("red", "blue")), (":x", S("x")), (":three", N(3)), (":SS", S("SS")), (":S", S("S")), (":N", S("N")),
        (":NULL", S("NULL")), (":empty", S("")), (":ratings", M(("rating", N(5)))), (":text101", S("101")), (":five", N(5)));

    [Theory]
    [InlineData("id = :id", true)]
    [InlineData("id = :text101", false)]
    [InlineData("id <> :text101", true)]
    [InlineData("title = :title", true)]
    [InlineData("title <> :title", false)]
    [InlineData("absent = :title", false)]
    [InlineData("absent <> :title", true)]
    [InlineData("absent < :title", false)]
    [InlineData("NOT absent < :title", true)]
    [InlineData("id < :high", true)]
    [InlineData("id <= :id", true)]
    [InlineData("id > :id", false)]
    [InlineData("id >= :id", true)]
    [InlineData("id < :title", false)]
    [InlineData("id >= :title", false)]
    [InlineData(":id > id", false)]
    [InlineData(":high > id", true)]
    [InlineData("tags = :tags", true)]
    [InlineData("inStock = :true", true)]
    [InlineData("nothing = :null", true)]
    [InlineData("authors[2] = :list", true)]
    [InlineData("authors[9] = :list", false)]
    [InlineData("info.rating = :five", true)]
    [InlineData("info.deep.items2[0] = :x", true)]
    [InlineData("info[0] = :x", false)]
    [InlineData("authors.a = :x", false)]
    [InlineData("id BETWEEN :low AND :high", true)]
    [InlineData("title BETWEEN :low AND :high", false)]
    [InlineData("absent BETWEEN :low AND :high", false)]
    [InlineData(":two BETWEEN price AND id", false)]
    [InlineData(":three BETWEEN price AND id", true)]
    [InlineData("id IN (:low, :id)", true)]
    [InlineData("id IN (:low, :title, absent)", false)]
    [InlineData("absent IN (:low)", false)]
    [InlineData("attribute_exists(nothing)", true)]
    [InlineData("attribute_exists(info.deep.items2[1])", true)]
    [InlineData("attribute_exists(info.deep.items2[2])", false)]
    [InlineData("attribute_not_exists(absent)", true)]
    [InlineData("attribute_not_exists(id)", false)]
    [InlineData("attribute_type(tags, :SS)", true)]
    [InlineData("attribute_type(nothing, :NULL)", true)]
    [InlineData("attribute_type(absent, :NULL)", false)]
    [InlineData("attribute_type(:red, :S)", true)]
    [InlineData("attribute_type(:red, :SS)", false)]
    [InlineData("attribute_type(:NULL, :S)", true)]
    [InlineData("attribute_type(size(tags), :N)", true)]
    [InlineData("attribute_type(size(absent), :N)", false)]
    [InlineData("begins_with(:red, :empty)", true)]
    [InlineData("begins_with(:empty, title)", false)]
    [InlineData("contains(:list, :red)", false)]
    [InlineData("contains(:red, :empty)", true)]
    [InlineData("contains(:text101, title)", false)]
    [InlineData("size(:red) = :three", true)]
    [InlineData("size(:list) < size(:red)", true)]
    [InlineData(":low < :two", true)]
    [InlineData(":two BETWEEN :low AND :five", true)]
    [InlineData(":red IN (:empty, :red)", true)]
    [InlineData("begins_with(title, :book)", true)]
    [InlineData("begins_with(title, :empty)", true)]
    [InlineData("begins_with(cover, :one)", true)]
    [InlineData("begins_with(id, :book)", false)]
    [InlineData("begins_with(absent, :book)", false)]
    [InlineData("contains(title, :text101)", true)]
    [InlineData("contains(title, :empty)", true)]
    [InlineData("contains(cover, :bytes)", true)]
    [InlineData("contains(tags, :red)", true)]
    [InlineData("contains(tags, :x)", false)]
    [InlineData("contains(sizes, :two)", true)]
    [InlineData("contains(sizes, :red)", false)]
    [InlineData("contains(blobs, :bytes)", true)]
    [InlineData("contains(authors, :list)", true)]
    [InlineData("contains(authors, :two)", false)]
    [InlineData("contains(info, :five)", false)]
    [InlineData("contains(absent, :five)", false)]
    [InlineData("contains(title, id)", false)]
    [InlineData("size(music) = :three", true)]
    [InlineData("size(cover) = :three", true)]
    [InlineData("size(sizes) = :three", true)]
    [InlineData("size(authors) = :three", true)]
    [InlineData("size(info) = :two", true)]
    [InlineData("size(blank) < :low", true)]
    [InlineData("size(id) > :low", false)]
    [InlineData("size(id) <> :low", true)]
    [InlineData("size(absent) > :low", false)]
    [InlineData("size(:title) > size(tags)", true)]
    [InlineData("size(tags) BETWEEN size(info) AND size(authors)", true)]
    [InlineData("size(cover) IN (size(info), size(authors))", true)]
    [InlineData("(id) = (:id)", true)]
    [InlineData("(id = :id)", true)]
    [InlineData("id = :low OR title = :title AND inStock = :true", true)]
    [InlineData("(id = :low OR title = :title) AND NOT inStock = :true", false)]
    [InlineData("NOT id = :low AND NOT absent = :id", true)]
    [InlineData("NOT (id = :low OR id = :id)", false)]
    [InlineData("NOT NOT id = :id", true)]
    [InlineData("not id = :low aNd iD <> :id", true)]
    [InlineData("id\t=\r\n:id", true)]
    public void Condition_is_evaluated_as_the_service_does(string condition, bool expected)
        => Holds(condition, Book, Values).ShouldBe(expected);

    [Fact]
    public void Name_placeholder_may_stand_for_a_name_with_a_dot()
    {
        var item = Of(("a.b", N(1)), ("a", M(("b", N(2)))));
        Holds("#x = :v", item, Of((":v", N(1))), Names(("#x", "a.b"))).ShouldBeTrue();
        Holds("a.b = :v", item, Of((":v", N(2)))).ShouldBeTrue();
    }

    [Fact]
    public void Strings_compare_by_utf8_bytes_not_by_utf16()
        => Holds("a < :v", Of(("a", S("\uFFFD"))), Of((":v", S("\U00010000")))).ShouldBeTrue();

    [Fact]
    public void One_bound_condition_serves_items_of_different_shapes()
    {
        var condition = ConditionExpression.Parse("b = :v AND c <> :v").Bind(new(null, Of((":v", N(1)))));
        for (var round = 0; round < 3; round++)
        {
            condition.Evaluate(Of(("a", N(0)), ("b", N(1)), ("c", N(2))).Span).ShouldBeTrue();
            condition.Evaluate(Of(("b", N(1))).Span).ShouldBeTrue();
            condition.Evaluate(Of(("c", N(1))).Span).ShouldBeFalse();
            condition.Evaluate(default).ShouldBeFalse();
        }
    }

    [Fact]
    public void One_parsed_condition_serves_requests_with_different_names()
    {
        var item = Of(("a", N(1)), ("b", N(2)));
        for (var round = 0; round < 3; round++)
        {
            Holds("#n = :v", item, Of((":v", N(1))), Names(("#n", "a"))).ShouldBeTrue();
            Holds("#n = :v", item, Of((":v", N(1))), Names(("#n", "b"))).ShouldBeFalse();
        }
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        var condition = ConditionExpression.Parse(
            "#id = :id AND begins_with(title, :book) AND size(tags) > :low AND info.deep.items2[0] = :x AND price IN (:low, :two, id) OR "
                + "attribute_exists(absent)")
            .Bind(new(Names(("#id", "id")), Values));
        condition.Evaluate(Book.Span);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            condition.Evaluate(Book.Span);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Filter_may_not_name_the_keys_of_what_it_reads()
    {
        var filter = ConditionExpression.Parse("attribute_exists(a) AND #k.x = :v", ExpressionParameter.FilterExpression).Bind(
            new(Names(("#k", "pk")), Of((":v", N(1)))));
        filter.ThrowIfReferencesKey(["sk"]);
        ShouldFail(() => filter.ThrowIfReferencesKey(["sk", "pk"]), "Filter Expression can only contain non-primary key attributes: Primary key attribute: pk");
        ShouldFail(
            () => filter.ThrowIfDereferencesKey(["pk"]), "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk");
    }
}

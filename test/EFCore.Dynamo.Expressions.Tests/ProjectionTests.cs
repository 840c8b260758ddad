using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

public class ProjectionTests
{
    private static readonly Item Source = Of(
        ("a", N(1)),
        ("b", M(("c", M(("d", N(2)), ("e", N(3)))), ("f", L(N(4), M(("g", N(5)), ("h", N(6))), N(7))))),
        ("l", L(S("0"), S("1"), S("2"))),
        ("x.y", N(9)));

    [Fact]
    public void Top_level_attributes_are_copied_and_absent_ones_left_out()
        => Project("l, absent,a", Source).ShouldBe(Of(("a", N(1)), ("l", L(S("0"), S("1"), S("2")))));

    [Fact]
    public void Maps_are_pruned_to_the_named_entries()
        => Project("b.c.e", Source).ShouldBe(Of(("b", M(("c", M(("e", N(3))))))));

    [Fact]
    public void Lists_close_their_gaps_and_keep_their_order()
        => Project("l[2], l[0], l[7]", Source).ShouldBe(Of(("l", L(S("0"), S("2")))));

    [Fact]
    public void Elements_of_lists_are_pruned_too()
        => Project("b.f[1].h, b.f[2]", Source).ShouldBe(Of(("b", M(("f", L(M(("h", N(6))), N(7)))))));

    [Fact]
    public void Paths_that_lead_nowhere_leave_nothing_behind()
        => Project("b.c.absent, b.f[9].g, a.b, l.x, absent.a[1]", Source).ShouldBe(Item.Empty);

    [Fact]
    public void Name_placeholders_may_hold_any_name()
        => Project("#n, #b.#c.d", Source, Names(("#n", "x.y"), ("#b", "b"), ("#c", "c"))).ShouldBe(Of(("b", M(("c", M(("d", N(2)))))), ("x.y", N(9))));

    [Fact]
    public void Root_attributes_are_told_without_duplicates()
    {
        var roots = ProjectionExpression.Parse("b.c, a, b.f").Bind(new(null, null)).RootAttributes.ToArray();
        roots.Select(name => name.Text).Order().ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("a,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [InlineData("a b", "Syntax error; token: \"b\", near: \"a b\"")]
    [InlineData("a[b]", "Syntax error; token: \"b\", near: \"[b]\"")]
    [InlineData("date", "Attribute name is a reserved keyword; reserved keyword: date")]
    [InlineData("#q", "An expression attribute name used in the document path is not defined; attribute name: #q")]
    [InlineData("a, a", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]")]
    [InlineData("a, b, a.c", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, c]")]
    [InlineData(
        "a.b[1].c, a.b", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b, [1], c], path two: [a, b]")]
    [InlineData("a.b, a[1]", "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]")]
    public void Projection_is_refused_with_the_services_text(string projection, string problem)
        => ShouldFail(() => Project(projection, Source), $"Invalid ProjectionExpression: {problem}");

    [Fact]
    public void Overlap_is_found_behind_placeholders()
        => ShouldFail(
            () => Project("a, #a", Source, Names(("#a", "a"))),
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: "
                + "[a]");

    [Fact]
    public void Two_thousand_paths_are_checked_in_linear_time()
    {
        var text = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"{(char)('a' + (i % 26))}{i}"))[..4090];
        var projection = ProjectionExpression.Parse(text[..text.LastIndexOf(',')]).Bind(new(null, null));
        projection.Apply(Of(("a0", N(1)), ("zz", N(1))).Span).ShouldBe(Of(("a0", N(1))));
    }
}

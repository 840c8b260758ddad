using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests.Legacy;

public class LegacyUpdateTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private static readonly Item Current = Of(("pk", S("k")), ("n", N(5)), ("ss", Ss("x", "y")), ("l", L(N(1))), ("s", S("text")));

    public static TheoryData<AttributeAction?, AttributeValue?, string> Refusals => new()
    {
        { null, null, "Only DELETE action is allowed when no attribute value is specified" },
        { AttributeAction.Put, null, "Only DELETE action is allowed when no attribute value is specified" },
        { AttributeAction.Add, null, "Only DELETE action is allowed when no attribute value is specified" },
        { AttributeAction.Delete, S("x"), "DELETE action with value is not supported for the type S" },
        { AttributeAction.Delete, N(1), "DELETE action with value is not supported for the type N" },
        { AttributeAction.Delete, L(N(1)), "DELETE action with value is not supported for the type L" },
        { AttributeAction.Add, S("x"), "ADD action is not supported for the type S" },
        { AttributeAction.Add, B(1), "ADD action is not supported for the type B" },
        { AttributeAction.Add, M(), "ADD action is not supported for the type M" },
        { AttributeAction.Add, Bool(true), "ADD action is not supported for the type BOOL" },
        { AttributeAction.Add, AttributeValue.Null, "ADD action is not supported for the type NULL" },
    };

    [Fact]
    public void Put_replaces_and_creates_whatever_the_type()
    {
        Apply(("n", null, S("five")), ("fresh", AttributeAction.Put, L()))
            .ShouldBe(Of(("pk", S("k")), ("n", S("five")), ("ss", Ss("x", "y")), ("l", L(N(1))), ("s", S("text")), ("fresh", L())));
    }

    [Fact]
    public void Add_sums_unites_and_appends_or_creates()
    {
        Apply(("n", AttributeAction.Add, N(-2)), ("ss", AttributeAction.Add, Ss("y", "z")), ("l", AttributeAction.Add, L(N(1), S("2"))))
            .ShouldBe(Of(("pk", S("k")), ("n", N(3)), ("ss", Ss("x", "y", "z")), ("l", L(N(1), N(1), S("2"))), ("s", S("text"))));
        Bind(("c", AttributeAction.Add, N(3)), ("set", AttributeAction.Add, Ns(1)), ("list", AttributeAction.Add, L(N(1)))).Apply(Of(("pk", S("k"))).Span)
            .ShouldBe(Of(("pk", S("k")), ("c", N(3)), ("set", Ns(1)), ("list", L(N(1)))));
    }

    [Fact]
    public void Delete_removes_attributes_and_elements()
    {
        Apply(
            ("s", AttributeAction.Delete, null),
            ("gone", AttributeAction.Delete, null),
            ("ss", AttributeAction.Delete, Ss("x", "other")),
            ("none", AttributeAction.Delete, Ss("x")))
            .ShouldBe(Of(("pk", S("k")), ("n", N(5)), ("ss", Ss("y")), ("l", L(N(1)))));
        Apply(("ss", AttributeAction.Delete, Ss("x", "y"))).ShouldBe(Of(("pk", S("k")), ("n", N(5)), ("l", L(N(1))), ("s", S("text"))));
    }

    [Fact]
    public void Names_are_literal()
        => Bind(("#n", null, N(1)), ("a.b[0]", null, N(2))).Apply(Item.Empty.Span).ShouldBe(Of(("#n", N(1)), ("a.b[0]", N(2))));

    [Fact]
    public void An_action_must_fit_the_type_that_is_there()
    {
        const string message = "Type mismatch for attribute to update";
        ShouldFail(() => Apply(("s", AttributeAction.Add, N(1))), message);
        ShouldFail(() => Apply(("ss", AttributeAction.Add, Ns(1))), message);
        ShouldFail(() => Apply(("l", AttributeAction.Add, Ss("x"))), message);
        ShouldFail(() => Apply(("n", AttributeAction.Add, L(N(1)))), message);
        ShouldFail(() => Apply(("ss", AttributeAction.Delete, Ns(1))), message);
        ShouldFail(() => Apply(("s", AttributeAction.Delete, Ss("text"))), message);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_action_takes_only_its_values(AttributeAction? action, AttributeValue? value, string message)
        => ShouldFail(() => Bind(("a", action, value)), Invalid + message);

    [Fact]
    public void Keys_are_not_updated()
        => ShouldFail(
            () => Bind(("n", null, N(1)), ("pk", AttributeAction.Delete, null)).ThrowIfChangesKey(["pk"]),
            Invalid + "Cannot update attribute pk. This attribute is part of the key");

    [Fact]
    public void Updates_know_what_they_touch_and_whether_they_only_delete()
    {
        Bind(("n", null, N(1)), ("gone", AttributeAction.Delete, null)).ProjectTouchedPaths(Current.Span).ShouldBe(Of(("n", N(5))));
        Bind(("s", AttributeAction.Delete, null), ("ss", AttributeAction.Delete, Ss("x"))).OnlyDeletes.ShouldBeTrue();
        Bind(("s", AttributeAction.Delete, null), ("n", AttributeAction.Add, N(1))).OnlyDeletes.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_to_update_is_no_update()
    {
        LegacyUpdate.Bind(null).ShouldBeNull();
        LegacyUpdate.Bind(new Dictionary<string, AttributeValueUpdate>()).ShouldBeNull();
    }

    private static Item Apply(params (string Attribute, AttributeAction? Action, AttributeValue? Value)[] updates) => Bind(updates).Apply(Current.Span);

    private static BoundUpdate Bind(params (string Attribute, AttributeAction? Action, AttributeValue? Value)[] updates)
        => LegacyUpdate.Bind(updates.ToDictionary(
            update => update.Attribute, update => new AttributeValueUpdate { Action = update.Action, Value = update.Value })).ShouldNotBeNull();
}

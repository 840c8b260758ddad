using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;
using static EFCore.Dynamo.Expressions.Tests.TestValues;

namespace EFCore.Dynamo.Expressions.Tests;

/// <summary>What the service charges each clause, added up by hand: 3 for the update, then the clauses.</summary>
public class UpdateChargeTests
{
    private static readonly Item Source = Of(
        ("n", N(5)), ("l", L(N(0), N(1))), ("tags", Ss("blue", "red")), ("nums", Ns(1, 222)), ("body", S(new string('x', 1000))), ("m", M(("kid", S("y")))));

    private static readonly Item Values = Of(
        (":v", S("12345")), (":n", N(42)), (":minus", N("-1.5")), (":null", AttributeValue.Null), (":bool", Bool(true)), (":bin", B(1, 2)), (":uu", S("ü")),
        (":none", L()), (":two", L(S("x"), S("y"))), (":map", M(("k", S("v")))), (":nested", L(M(("k", S("v"))))),
        (":known", Ss("blue", "red")), (":mixed", Ss("blue", "green")), (":nums", Ns(1, -33)));

    [Theory]
    [InlineData("SET a = :v", 3 + 19 + 1 + 5)]
    [InlineData("SET body = :v", 3 + 19 + 4 + 5)]
    [InlineData("SET a = :v, b = :v", 3 + (19 + 1 + 5) + (19 + 1 + 5))]
    [InlineData("SET m.longer = :v", 3 + 19 + (1 + 4 + 6) + 5)]
    [InlineData("SET m.x.y = :v", 3 + 19 + (1 + 4 + 1 + 4 + 1) + 5)]
    [InlineData("SET l[7] = :v", 3 + 19 + (1 + 4 + 1 + 1) + 5)]
    [InlineData("SET l[10] = :v", 3 + 19 + (1 + 4 + 2 + 1) + 5)]
    [InlineData("SET l[4321].name1 = :v", 3 + 19 + (1 + 4 + 4 + 4 + 5 + 1) + 5)]
    [InlineData("SET a = body", 3 + 19 + 1 + (1 + 14 + 4))]
    [InlineData("SET a = m.kid", 3 + 19 + 1 + (1 + 14 + 1 + 14 + 3))]
    [InlineData("SET a = l[10]", 3 + 19 + 1 + (1 + 14 + 1 + 14 + 2))]
    public void Targets_and_paths_cost_by_their_elements(string update, int charge) => Charge(update).ShouldBe(charge);

    [Theory]
    [InlineData(":n", 2)]
    [InlineData(":minus", 1 + 1 + 1 + 1)]
    [InlineData(":null", 1)]
    [InlineData(":bool", 1)]
    [InlineData(":bin", 2)]
    [InlineData(":known", 4 + 3)]
    [InlineData(":none", 3)]
    [InlineData(":two", 3 + 2 + 1 + 1)]
    [InlineData(":map", 3 + (1 + 1 + 1))]
    [InlineData(":nested", 3 + 1 + (3 + (1 + 1 + 1)))]
    public void Values_cost_their_size(string value, int size) => Charge($"SET a = {value}").ShouldBe(3 + 19 + 1 + size);

    [Theory]
    [InlineData("SET a = n + :n", 34 + 16 + 2)]
    [InlineData("SET a = n - :n", 37 + 16 + 2)]
    [InlineData("SET a = if_not_exists(n, :v)", 39 + 16 + 5)]
    [InlineData("SET a = if_not_exists(z, :v)", 39 + 16 + 5)]
    [InlineData("SET a = list_append(l, :two)", 37 + 16 + 7)]
    [InlineData("SET a = list_append(if_not_exists(l, :none), :two)", 37 + (39 + 16 + 3) + 7)]
    [InlineData("SET a = if_not_exists(z, :n) + if_not_exists(y, n)", 34 + (39 + 16 + 2) + (39 + 16 + 16))]
    public void Operators_and_functions_cost_both_operands(string update, int operand) => Charge(update).ShouldBe(3 + 19 + 1 + operand);

    [Theory]
    [InlineData("ADD n :n", 1 + 2)]
    [InlineData("ADD z :n", 1 + 2)]
    [InlineData("ADD tags :known", 4)]
    [InlineData("ADD tags :mixed", 4 + 5)]
    [InlineData("ADD z :mixed", 1 + 4 + 5)]
    [InlineData("ADD nums :nums", 4 + 3)]
    [InlineData("ADD m.z :n", 1 + 4 + 1 + 2)]
    [InlineData("ADD l[1] :n", 1 + 4 + 1 + 1 + 2)]
    public void ADD_costs_what_it_adds(string update, int rest) => Charge(update).ShouldBe(3 + 19 + rest);

    [Theory]
    [InlineData("REMOVE body", 1 + 4)]
    [InlineData("REMOVE body, z", 1 + 4 + 1 + 1)]
    [InlineData("REMOVE m.kid, l[10]", 1 + (1 + 4 + 3) + 1 + (1 + 4 + 2 + 1))]
    [InlineData("DELETE tags :known", 1 + 4)]
    [InlineData("DELETE z :known", 1 + 1)]
    [InlineData("REMOVE body DELETE tags :known ADD n :n SET a = :v", (1 + 4) + (1 + 4) + (19 + 1 + 2) + (19 + 1 + 5))]
    public void Taking_away_costs_the_target(string update, int clauses) => Charge(update).ShouldBe(3 + clauses);

    [Fact]
    public void Names_count_in_bytes_and_placeholders_for_what_they_stand_for()
    {
        var names = Names(("#placeholder", "a"), ("#u", "ü"));
        UpdateExpression.Parse("SET #placeholder = :v, #u = :uu, m.#u = #u").Bind(new(names, Values)).MeasureCharge(Source.Span)
            .ShouldBe(3 + (19 + 1 + 5) + (19 + 2 + 2) + (19 + 1 + 4 + 2 + 1 + 14 + 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261101)]
    public void Bound_is_above_charge_and_item(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var (update, item) = Next(random);
            var after = update.Apply(item.Span);
            var size = (int)Math.Max(update.MeasureCharge(item.Span), after.SizeBytes);
            update.MayExceed(size - 1, item.Span).ShouldBeTrue($"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void Small_updates_of_small_items_are_never_measured()
        => UpdateExpression.Parse("SET a = :v, b = :two, m.c = if_not_exists(m.c, :n) + :n REMOVE body ADD n :n DELETE tags :known").Bind(new(null, Values))
            .MayExceed(10_000, Source.Span).ShouldBeFalse();

    private static (BoundUpdate Update, Item Item) Next(Random random)
    {
        string[] actions =
        [
            "a = :big", "b = :big", "c = body", "d = l", "g = list_append(l, :list)", "h = list_append(l, l)",
            "i = list_append(if_not_exists(l, :list), if_not_exists(z, :list))",
            "n = n + :n", "m.x = :big", "m.y = m.kid", "e = if_not_exists(z, body)", "l[9] = :list", "l[8] = m", "f = m",
        ];
        random.Shuffle(actions);
        var values = Of(
            (":big", S(new string('b', random.Next(200)))),
            (":list", L([.. Enumerable.Range(0, random.Next(20)).Select(i => N(i))])),
            (":n", N(random.Next())));
        return (UpdateExpression.Parse("SET " + string.Join(", ", actions[..random.Next(1, 5)])).Bind(new(null, values)), Source);
    }

    private static long Charge(string update) => UpdateExpression.Parse(update).Bind(new(null, Values)).MeasureCharge(Source.Span);
}

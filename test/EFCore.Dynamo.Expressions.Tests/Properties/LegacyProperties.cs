using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Values;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>A legacy parameter means what its expression means, over the same random items.</summary>
[Properties(MaxTest = 3000, Replay = "20261125,771")]
public class LegacyProperties
{
    [Property]
    public void Conditions_hold_where_their_expressions_do(DoNotSize<int> seed)
    {
        var twins = new LegacyTwins(seed.Item);
        var twin = twins.Condition();
        BoundCondition legacy;
        try
        {
            legacy = LegacyCondition.BindExpected(twin.Expected, twin.ConditionalOperator).ShouldNotBeNull();
        }
        catch (DynamoValidationException exception)
        {
            // Values that the operator does not take; the generator makes few of these.
            exception.Message.ShouldNotContain("ConditionalOperator");
            return;
        }

        var expression = ConditionExpression.Parse(twin.Text).Bind(new(null, twin.Values));
        for (var i = 0; i < 10; i++)
        {
            var item = ModelValues.PackItem(twins.Item());
            legacy.Evaluate(item.Span).ShouldBe(expression.Evaluate(item.Span), $"{twin.Text} {twin.Values} on {item}");
        }
    }

    [Property]
    public void Updates_give_what_their_expressions_give(DoNotSize<int> seed)
    {
        var twins = new LegacyTwins(seed.Item);
        var twin = twins.Update();
        var legacy = LegacyUpdate.Bind(twin.Updates).ShouldNotBeNull();
        var expression = UpdateExpression.Parse(twin.Text).Bind(new(null, twin.Values));
        for (var i = 0; i < 10; i++)
        {
            var item = ModelValues.PackItem(twins.Item());
            TryApply(legacy, item).ShouldBe(TryApply(expression, item), $"{twin.Text} {twin.Values} on {item}");
        }
    }

    [Fact]
    public void Most_random_conditions_are_compared_and_half_of_them_hold()
    {
        var (bound, held) = (0, 0);
        for (var seed = 0; seed < 1000; seed++)
        {
            var twins = new LegacyTwins(seed);
            var twin = twins.Condition();
            try
            {
                held += LegacyCondition.BindExpected(twin.Expected, twin.ConditionalOperator)!.Evaluate(ModelValues.PackItem(twins.Item()).Span)
                    ? 1
                    : 0; // never empty
                bound++;
            }
            catch (DynamoValidationException)
            {
                // Counted by not being bound.
            }
        }

        bound.ShouldBeGreaterThan(600);
        held.ShouldBeInRange(bound / 5, bound * 4 / 5);
    }

    /// <summary>Null where the update does not fit the item.</summary>
    private static Item? TryApply(BoundUpdate update, Item item)
    {
        try
        {
            return update.Apply(item.Span);
        }
        catch (DynamoValidationException)
        {
            return null;
        }
    }
}

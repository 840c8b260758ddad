using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

/// <summary>Bound expressions and key layouts share their hints between all threads.</summary>
public sealed class SharedHintTests
{
    private static readonly AttributeName Wanted = new("k");

    [Fact]
    public void A_hint_shared_by_threads_never_leads_to_another_attribute()
    {
        var first = Item.Create(("k", AttributeValue.FromNumber(1)), ("z", AttributeValue.FromNumber(0)));
        var last = Item.Create(("a", AttributeValue.FromNumber(0)), ("b", AttributeValue.FromNumber(0)), ("k", AttributeValue.FromNumber(1)));
        var hint = 0;

        Parallel.For(0, 4, caller =>
        {
            var item = caller % 2 == 0 ? first : last;
            for (var i = 0; i < 2_000_000; i++)
            {
                var index = item.Span.IndexOf(Wanted.Utf8, ref hint);
                if (index != (caller % 2 == 0 ? 0 : 2) || !item.Span.TryGetValue(Wanted, ref hint, out var value) || value.GetInt64() != 1)
                {
                    throw new InvalidOperationException($"Found index {index}.");
                }
            }
        });

        Find(first).ShouldBe(0);
        Find(last).ShouldBe(2);

        int Find(Item any) => any.Span.IndexOf(Wanted.Utf8, ref hint);
    }

    [Fact]
    public void A_hint_is_where_the_name_was_found_last_and_stays_where_it_is_not()
    {
        var item = Item.Create(("a", AttributeValue.FromNumber(0)), ("k", AttributeValue.FromNumber(1)));
        var hint = int.MaxValue;

        item.Span.TryGetValue(Wanted, ref hint, out _).ShouldBeTrue();
        hint.ShouldBe(1);
        item.Span.TryGetValue(new AttributeName("z"), ref hint, out _).ShouldBeFalse();
        item.Span.IndexOf("z"u8, ref hint).ShouldBeLessThan(0);
        hint.ShouldBe(1);
    }
}

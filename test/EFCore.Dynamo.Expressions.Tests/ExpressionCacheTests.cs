using EFCore.Dynamo.Expressions.Syntax;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Expressions.Tests;

public class ExpressionCacheTests
{
    [Fact]
    public void Equal_texts_share_one_parsed_expression()
    {
        ConditionExpression.Parse("common = :v").ShouldBeSameAs(ConditionExpression.Parse(string.Concat("common", " = :v")));
        ConditionExpression.Parse("common = :v", ExpressionParameter.FilterExpression).ShouldNotBeSameAs(ConditionExpression.Parse("common = :v"));
    }

    [Fact]
    public void Cache_is_bounded_and_keeps_what_is_in_use()
    {
        var parsed = 0;
        var cache = new ExpressionCache<string>(text => $"{text}{parsed++}", capacity: 10);
        var kept = cache.GetOrParse("kept");
        for (var i = 0; i < 1000; i++)
        {
            cache.GetOrParse($"text{i}");
            cache.GetOrParse("kept").ShouldBeSameAs(kept);
            cache.Count.ShouldBeLessThanOrEqualTo(20);
        }
    }

    [Fact]
    public void What_does_not_parse_is_not_cached()
    {
        var attempts = 0;
        var cache = new ExpressionCache<string>(_ => ++attempts > 1 ? "parsed" : throw new InvalidOperationException());
        Should.Throw<InvalidOperationException>(() => cache.GetOrParse("x"));
        cache.GetOrParse("x").ShouldBe("parsed");
    }

    [Fact]
    public void Many_threads_get_equal_expressions()
    {
        var cache = new ExpressionCache<string>(text => new string(text), capacity: 50);
        Parallel.For(0, 8, worker =>
        {
            for (var i = 0; i < 2000; i++)
            {
                cache.GetOrParse($"{(i * (worker + 1)) % 200}").ShouldBe($"{(i * (worker + 1)) % 200}");
            }
        });
        cache.Count.ShouldBeLessThanOrEqualTo(100 + 8);
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("Status", true)]
    [InlineData("ZONE", true)]
    [InlineData("ABORT", true)]
    [InlineData("names2", false)]
    [InlineData("", false)]
    public void Reserved_words_are_known_in_any_case(string word, bool expected)
        => ReservedWords.Contains(word).ShouldBe(expected);

    [Fact]
    public void There_are_573_reserved_words()
        => ReservedWords.Count.ShouldBe(573);
}

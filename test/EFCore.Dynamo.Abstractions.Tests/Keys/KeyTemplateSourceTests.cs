using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Keys;

/// <summary>The one loop over a template, with values from a source.</summary>
public sealed class KeyTemplateSourceTests
{
    private static readonly KeyTemplate Template = KeyTemplate.Parse("A#{X}#{Y:D3}!").WithTypes(static _ => typeof(int));

    [Theory]
    [InlineData(0, "A#")]
    [InlineData(1, "A#7#")]
    [InlineData(2, "A#7#008!")]
    public void As_many_holes_are_written_as_are_bound_with_the_literals_around_them(int boundHoles, string expected)
    {
        var writer = new KeyTextWriter(stackalloc char[4]);
        Template.TryWriteTo(ref writer, new Numbers(7, 8), boundHoles).ShouldBeTrue();
        writer.Text.ToString().ShouldBe(expected);
        writer.Dispose();
    }

    [Fact]
    public void A_value_that_is_refused_ends_the_key_and_the_item_gets_none()
    {
        var builder = new ItemBuilder();
        builder.WriteName("k");
        Template.TryWriteTo(builder, new Numbers(7, -8)).ShouldBeFalse();
        Template.TryWriteTo(builder, new Numbers(7, 8)).ShouldBeTrue();
        builder.Build()["k"].GetString().ShouldBe("A#7#008!");
    }

    [Fact]
    public void Each_hole_is_asked_for_once_from_left_to_right()
    {
        var asked = new List<int>();
        var writer = new KeyTextWriter(stackalloc char[32]);
        Template.TryWriteTo(ref writer, new Recorder(asked), boundHoles: 2).ShouldBeTrue();
        asked.ShouldBe([0, 1]);
        writer.Text.ToString().ShouldBe("A##!");
        writer.Dispose();
    }

    private readonly struct Numbers(params int[] values) : IKeyHoleSource
    {
        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole) => writer.TryAppendHole(hole, values[hole.Index]);
    }

    private readonly struct Recorder(List<int> asked) : IKeyHoleSource
    {
        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole)
        {
            asked.Add(hole.Index);
            return true;
        }
    }
}

using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class ItemBuilderAllocationTests
{
    private const int ArrayHeaderBytes = 24;

    private static readonly AttributeName Id = new("id");
    private static readonly AttributeName Text = new("text");
    private static readonly AttributeName Nested = new("nested");
    private static readonly AttributeName Tags = new("tags");

    [Fact]
    public void Building_allocates_the_item_and_nothing_else()
    {
        const int Rounds = 1000;
        var builder = new ItemBuilder();
        var sizeBytes = Build(builder, 0).PackedBytes.Length;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            Build(builder, i);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds).ShouldBeLessThanOrEqualTo(sizeBytes + ArrayHeaderBytes + sizeof(long));
    }

    [Fact]
    public void Reading_by_span_allocates_nothing()
    {
        const int Rounds = 1000;
        var item = Build(new ItemBuilder(), 7);
        _ = Read(item); // tables of powers of ten are made at the first use

        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0L;
        for (var i = 0; i < Rounds; i++)
        {
            sum += Read(item);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds).ShouldBe(0);
        sum.ShouldBe(Rounds * (7 + 5 + 5 + item.SizeBytes));
    }

    private static long Read(Item item)
    {
        var hint = 0;
        item.Span.TryGetValue(Id, ref hint, out var id);
        item.Span.TryGetValue(Nested, out var nested);
        nested.GetMap().TryGetValue("b", out var list);
        item.TryGetValue("text", out var text);
        return id.GetInt64() + list[0].GetNumber().ToInt64() + text.GetUtf8String().Length + item.SizeBytes;
    }

    private static Item Build(ItemBuilder builder, long id)
    {
        builder.WriteName(Text);
        builder.WriteString("hello");
        builder.WriteName(Nested);
        builder.BeginMap();
        builder.WriteName("b"u8);
        builder.BeginList();
        builder.WriteNumber(5);
        builder.WriteBoolean(true);
        builder.EndList();
        builder.WriteName("a"u8);
        builder.WriteNull();
        builder.EndMap();
        builder.WriteName(Tags);
        builder.BeginSet(AttributeType.StringSet);
        builder.WriteString("z");
        builder.WriteString("y");
        builder.EndSet();
        builder.WriteName(Id);
        builder.WriteNumber(id);
        return builder.Build();
    }
}

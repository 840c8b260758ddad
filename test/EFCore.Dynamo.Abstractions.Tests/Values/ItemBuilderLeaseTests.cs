using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public sealed class ItemBuilderLeaseTests
{
    [Fact]
    public void A_lease_within_a_lease_has_another_builder()
    {
        using var outer = ItemBuilder.Lease();
        outer.Builder.Add("outer", 1);
        using (var inner = ItemBuilder.Lease())
        {
            inner.Builder.ShouldNotBeSameAs(outer.Builder);
            inner.Builder.Add("inner", 2).Build().Count.ShouldBe(1);
        }

        outer.Builder.Add("outer too", 3).Build().Count.ShouldBe(2);
    }

    [Fact]
    public void A_set_built_while_an_item_is_packed_leaves_the_item_alone()
    {
        using var lease = ItemBuilder.Lease();
        lease.Builder.WriteName("tags");
        lease.Builder.WriteValue(AttributeValue.FromStringSet(["b", "a"]).Span);

        lease.Builder.Build().ToString().ShouldBe("""{"tags":{"SS":["a","b"]}}""");
    }

    [Fact]
    public void What_a_failure_left_is_gone_at_the_next_lease()
    {
        ItemBuilder used;
        using (var lease = ItemBuilder.Lease())
        {
            used = lease.Builder;
            used.WriteName("half");
            used.BeginMap();
        }

        using var next = ItemBuilder.Lease();
        next.Builder.ShouldBeSameAs(used);
        next.Builder.Build().ShouldBe(Item.Empty);
    }

    [Fact]
    public void Leases_allocate_nothing_once_a_thread_has_as_many_builders_as_it_nests()
    {
        const int Rounds = 1000;
        Nest(3);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            Nest(3);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds).ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 4 << 20)]
    [InlineData(200_000, 1)]
    public void Buffers_that_one_large_item_needed_are_not_kept(int elements, int elementBytes)
    {
        var payload = new byte[elementBytes];
        WriteLarge(elements, payload);

        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteLarge(elements, payload);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeGreaterThan(1 << 20); // made again
    }

    private static void Nest(int depth)
    {
        using var lease = ItemBuilder.Lease();
        if (depth > 0)
        {
            Nest(depth - 1);
        }
    }

    private static void WriteLarge(int elements, byte[] payload)
    {
        using var lease = ItemBuilder.Lease();
        lease.Builder.WriteName("list");
        lease.Builder.BeginList();
        for (var i = 0; i < elements; i++)
        {
            lease.Builder.WriteBinary(payload);
        }
    }
}

using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

public class ItemArenaTests
{
    [Fact]
    public void Items_of_all_sizes_keep_their_bytes_beside_each_other()
    {
        using var arena = new ItemArena();
        var originals = Enumerable.Range(0, 300).Select(number => Create(number, number * 137 % 1000)).Append(Create(-1, 200_000)).Append(Item.Empty).ToList();

        var copies = originals.ConvertAll(original => arena.Add(original.Span));

        copies.ShouldBe(originals);
    }

    [Fact]
    public void Clearing_reuses_the_memory_for_items_of_other_sizes()
    {
        using var arena = new ItemArena();
        for (var round = 0; round < 5; round++)
        {
            var originals = Enumerable.Range(0, 50).Select(number => Create(number, (round + 1) * 5_000 % 70_000)).ToList();
            originals.ConvertAll(original => arena.Add(original.Span)).ShouldBe(originals);
            arena.Clear();
        }
    }

    [Fact]
    public void A_disposed_arena_takes_no_items()
    {
        var arena = new ItemArena();
        arena.Dispose();
        arena.Dispose();

        Should.Throw<ObjectDisposedException>(() => arena.Add(Item.Empty.Span));
    }

    private static Item Create(int number, int payloadChars)
        => Item.Create(("Number", AttributeValue.FromNumber(number)), ("Payload", AttributeValue.FromString(new string('x', payloadChars))));
}

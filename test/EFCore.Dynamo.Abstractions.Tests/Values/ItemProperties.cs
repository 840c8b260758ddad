using System.Text;
using System.Text.Json;
using EFCore.Dynamo.Values;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

[Properties(MaxTest = 200, QuietOnSuccess = true)]
public sealed class ItemProperties
{
    private const int Depth = 3;

    [Property]
    public void Items_round_trip(DoNotSize<int> seed)
    {
        var model = ValueModel.CreateMap(new Random(seed.Item), Depth);
        var item = model.Pack();

        ValueModel.ReadMap(item.Span).Canonical().ShouldBe(model.Canonical());
        Item.FromPacked(item.PackedBytes).ShouldBe(item);
        item.Span.ToItem().ShouldBe(item);
        JsonDocument.Parse(item.ToString()).RootElement.EnumerateObject().Count().ShouldBe(item.Count);
    }

    [Property]
    public void Order_of_writing_does_not_change_the_bytes(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var model = ValueModel.CreateMap(random, Depth);
        var item = model.Pack();
        var shuffled = model.Shuffle(random).Pack();

        shuffled.PackedBytes.ToArray().ShouldBe(item.PackedBytes.ToArray());
        shuffled.GetHashCode().ShouldBe(item.GetHashCode());
    }

    [Property]
    public void Equality_is_equality_of_values(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var left = ValueModel.CreateMap(random, 1);
        var right = ValueModel.CreateMap(random, 1);

        (left.Pack() == right.Pack()).ShouldBe(left.Canonical() == right.Canonical());
        foreach (var (_, value) in left.Pack())
        {
            value.Equals(value.Span.ToAttributeValue()).ShouldBeTrue();
            value.GetHashCode().ShouldBe(value.Span.ToAttributeValue().GetHashCode());
            AttributeValue.FromPacked(value.Span.PackedBytes.ToArray()).ShouldBe(value);
        }
    }

    [Property]
    public void Size_follows_the_services_rules(DoNotSize<int> seed)
    {
        var model = ValueModel.CreateMap(new Random(seed.Item), Depth);

        model.Pack().SizeBytes.ShouldBe(model.EntriesSize());
        AttributeValue.FromMap(model.Pack()).SizeBytes.ShouldBe(model.Size());
    }

    [Property]
    public void Lookups_find_what_is_there_and_nothing_else(DoNotSize<int> seed, int hint)
    {
        var random = new Random(seed.Item);
        var model = ValueModel.CreateMap(random, 1);
        var item = model.Pack();
        var names = model.Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Append("absent").Append("\uFFFF\uFFFF").Append(string.Empty).OrderBy(_ => random.Next()))
        {
            var isThere = names.Contains(name);
            var utf8 = Encoding.UTF8.GetBytes(name);
            var index = item.Span.IndexOf(utf8);

            (index >= 0).ShouldBe(isThere);
            item.Span.IndexOf(utf8, ref hint).ShouldBe(index);
            item.ContainsKey(name).ShouldBe(isThere);
            item.TryGetValue(name, out var byText).ShouldBe(isThere);
            item.TryGetValue(new AttributeName(name), ref hint, out var byName).ShouldBe(isThere);
            item.TryGetValue(utf8, out var byBytes).ShouldBe(isThere);
            byName.ShouldBe(byText);
            byBytes.ShouldBe(byText);
            if (isThere)
            {
                hint.ShouldBe(index);
                item[name].ShouldBe(item.GetValueAt(index));
                item.GetNameAt(index).ShouldBe(name);
                item.Span.GetNameAt(index).SequenceEqual(utf8).ShouldBeTrue();
            }
            else
            {
                Should.Throw<KeyNotFoundException>(() => item[name]);
                var place = ~index;
                (place == 0 || item.Span.GetNameAt(place - 1).SequenceCompareTo(utf8) < 0).ShouldBeTrue();
                (place == item.Count || item.Span.GetNameAt(place).SequenceCompareTo(utf8) > 0).ShouldBeTrue();
            }
        }
    }

    [Property]
    public void Set_membership_is_by_value(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        foreach (var (_, value) in ValueModel.CreateMap(random, 0).Pack())
        {
            if (value.Type is AttributeType.NumberSet or AttributeType.StringSet or AttributeType.BinarySet)
            {
                for (var i = 0; i < value.Count; i++)
                {
                    value.Span.SetContains(value[i].Span).ShouldBeTrue();
                }

                value.Span.SetContains(AttributeValue.FromString("never generated").Span).ShouldBeFalse();
                value.Span.SetContains(AttributeValue.FromNumber(999_999_999_999).Span).ShouldBeFalse();
                value.Span.SetContains(default).ShouldBeFalse();
            }
        }
    }

    /// <summary>Whatever bytes are damaged, FromPacked refuses them, or everything in them can be read and is canonical.</summary>
    [Property(MaxTest = 1500)]
    public void Damaged_bytes_are_refused_or_harmless(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var bytes = Mutate(ValueModel.CreateMap(random, 2).Pack().PackedBytes.ToArray(), random);
        Item item;
        try
        {
            item = Item.FromPacked(bytes);
        }
        catch (InvalidPackedItemException exception)
        {
            exception.OffsetBytes.ShouldBeInRange(0, bytes.Length);
            return;
        }

        ValueModel.ReadMap(item.Span).Pack().PackedBytes.ToArray().ShouldBe(item.PackedBytes.ToArray());
        item.SizeBytes.ShouldBe(ValueModel.ReadMap(item.Span).EntriesSize());
        item.ToString().ShouldStartWith("{");
    }

    [Property(MaxTest = 1500)]
    public void Random_bytes_are_refused_or_harmless(byte[] bytes)
    {
        bytes ??= [];
        try
        {
            Item.FromPacked(bytes).SizeBytes.ShouldBeGreaterThanOrEqualTo(0);
        }
        catch (InvalidPackedItemException exception)
        {
            exception.OffsetBytes.ShouldBeInRange(0, bytes.Length);
        }

        try
        {
            AttributeValue.FromPacked(bytes).SizeBytes.ShouldBeGreaterThanOrEqualTo(0);
        }
        catch (InvalidPackedItemException exception)
        {
            exception.OffsetBytes.ShouldBeInRange(0, bytes.Length);
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        for (var count = random.Next(1, 4); count > 0 && bytes.Length > 0; count--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes = bytes[..at];
                    break;
                default:
                    bytes = [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]];
                    break;
            }
        }

        return bytes;
    }
}

using System.Globalization;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage.Keys;

public sealed class ItemSpaceTests
{
    /// <summary>All partitions, sort keys and base keys share one hash.</summary>
    private static readonly Func<ReadOnlySpan<byte>, UInt128> OneHash = _ => UInt128.MaxValue;

    public static TheoryData<int, bool> SeedsWithAndWithoutCollisions()
    {
        var data = new TheoryData<int, bool>();
        for (var seed = 1; seed <= 12; seed++)
        {
            data.Add(seed, seed % 2 == 0);
        }

        return data;
    }

    [Fact]
    public void An_item_is_found_by_its_whole_key_only()
    {
        using var oracle = new ItemSpaceOracle();
        oracle.Put(CreateItem("a", "1", "first"), CreateItem("a", "2", "second"));
        oracle.Get(oracle.Table, CreateItem("a", "2")).ShouldBe(CreateItem("a", "2", "second"));
        oracle.Get(oracle.Table, CreateItem("a", "3")).ShouldBeNull();
        oracle.Get(oracle.Table, CreateItem("b", "1")).ShouldBeNull();
    }

    [Fact]
    public void A_put_replaces_the_item_with_its_key()
    {
        using var oracle = new ItemSpaceOracle();
        oracle.Put(CreateItem("a", "1", "old"));
        oracle.Put(CreateItem("a", "1", "new and longer"));
        oracle.Query(oracle.Table, "a").ShouldBe([CreateItem("a", "1", "new and longer")]);
    }

    [Fact]
    public void Partitions_with_colliding_hashes_stay_apart()
    {
        using var oracle = new ItemSpaceOracle(hash: OneHash);
        oracle.Put(CreateItem("a", "1", "of a"), CreateItem("b", "1", "of b"), CreateItem("c", "1", "of c"), CreateItem("b", "2"));
        oracle.Get(oracle.Table, CreateItem("b", "1")).ShouldBe(CreateItem("b", "1", "of b"));
        oracle.Get(oracle.Table, CreateItem("d", "1")).ShouldBeNull();
        oracle.Query(oracle.Table, "b").Select(ItemSpaceOracle.SortKey).ShouldBe(["1", "2"]);

        oracle.Delete(oracle.Table, CreateItem("d", "1")).ShouldBeFalse();
        oracle.Delete(oracle.Table, CreateItem("b", "1")).ShouldBeTrue();
        oracle.Delete(oracle.Table, CreateItem("a", "1")).ShouldBeTrue();
        oracle.Get(oracle.Table, CreateItem("c", "1")).ShouldBe(CreateItem("c", "1", "of c"));
        oracle.Delete(oracle.Table, CreateItem("c", "1")).ShouldBeTrue();
        oracle.Scan().ShouldBe([CreateItem("b", "2")]);
    }

    [Theory]
    [MemberData(nameof(SeedsWithAndWithoutCollisions))]
    public void Queries_agree_with_a_sorted_list(int seed, bool collide)
    {
        using var oracle = new ItemSpaceOracle(hash: collide ? OneHash : null);
        var random = new Random(seed);
        for (var step = 0; step < 300; step++)
        {
            var item = CreateItem(random.Next(2) == 0 ? "p" : "q", CreateSortKey(random), step.ToString(CultureInfo.InvariantCulture));
            if (random.Next(5) == 0)
            {
                oracle.Delete(oracle.Table, oracle.Items.Count == 0 ? item : oracle.Items[random.Next(oracle.Items.Count)]);
            }
            else
            {
                oracle.Put(item);
            }
        }

        foreach (var partition in (string[])["p", "q"])
        {
            var expected = oracle.Items.Where(item => item["pk"].GetString() == partition).ToList();
            expected.Sort((left, right) => ItemSpaceOracle.CompareUtf8(ItemSpaceOracle.SortKey(left), ItemSpaceOracle.SortKey(right)));
            oracle.Query(oracle.Table, partition).ShouldBe(expected, $"seed {seed}");
            oracle.QueryInPages(oracle.Table, partition, 3, forward: true).ShouldBe(expected, $"seed {seed}");
            CheckRanges(oracle, partition, expected, random, seed);
            expected.Reverse();
            oracle.Query(oracle.Table, partition, forward: false).ShouldBe(expected, $"seed {seed}");
            oracle.QueryInPages(oracle.Table, partition, 3, forward: false).ShouldBe(expected, $"seed {seed}");
        }

        foreach (var item in oracle.Items)
        {
            oracle.Get(oracle.Table, item).ShouldBe(item, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_scan_gives_every_item_once_in_pages_and_segments(bool collide)
    {
        using var oracle = new ItemSpaceOracle(hash: collide ? OneHash : null);
        for (var i = 0; i < 200; i++)
        {
            oracle.Put(CreateItem($"p{i / 3}", $"s{i % 3}"));
        }

        var paged = new List<Item>();
        List<Item> page;
        do
        {
            page = oracle.Scan(after: paged.Count == 0 ? null : paged[^1], limit: 7);
            paged.AddRange(page);
        }
        while (page.Count == 7);

        paged.Select(Text).ShouldBe(oracle.Scan().Select(Text));
        paged.Select(Text).Order().ShouldBe(oracle.Items.Select(Text).Order());

        var segments = Enumerable.Range(0, 7).SelectMany(segment => oracle.Scan(segment, 7).Select(item => (Segment: segment, Item: item))).ToList();
        segments.Select(entry => Text(entry.Item)).Order().ShouldBe(oracle.Items.Select(Text).Order());
        segments.Select(entry => entry.Segment).ShouldBe(segments.Select(entry => oracle.Table.GetSegment(entry.Item.Span, 7)));
    }

    [Fact]
    public void Numbers_are_ordered_by_value()
    {
        using var oracle = new ItemSpaceOracle(AttributeType.Number);
        decimal[] numbers = [-100, -9.5m, -1, 0, 0.001m, 2, 10, 1_000_000];
        foreach (var number in numbers.Reverse())
        {
            oracle.Put(CreateItem("a", AttributeValue.FromNumber(DynamoNumber.FromDecimal(number))));
        }

        oracle.Query(oracle.Table, "a").Select(item => item["sk"].GetNumber().ToDecimal()).ShouldBe(numbers);
        var two = AttributeValue.FromNumber(2);
        oracle.Query(oracle.Table, "a", oracle.Table.BuildSortKeyRange().GreaterThan(two.Span)).Count.ShouldBe(2);
        oracle.Query(oracle.Table, "a", oracle.Table.BuildSortKeyRange().LessThanOrEqual(two.Span)).Count.ShouldBe(6);
        oracle.Query(oracle.Table, "a", oracle.Table.BuildSortKeyRange().Equal(two.Span).Build()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Entries_of_one_index_key_are_told_apart_by_the_tables_key(bool collide)
    {
        using var oracle = new ItemSpaceOracle(hash: collide ? OneHash : null);
        for (var i = 0; i < 20; i++)
        {
            oracle.Put(oracle.Index, CreateEntry($"p{i}", "s", "group", "same", 5));
        }

        var all = oracle.Query(oracle.Index, "group");
        all.Select(Text).Order().ShouldBe(oracle.Items.Select(Text).Order());
        oracle.QueryInPages(oracle.Index, "group", 3, forward: true).ShouldBe(all);
        all.Reverse();
        oracle.QueryInPages(oracle.Index, "group", 3, forward: false).ShouldBe(all);

        oracle.Delete(oracle.Index, CreateEntry("p3", "s", "group", "same", 5)).ShouldBeTrue();
        oracle.Delete(oracle.Index, CreateEntry("p3", "s", "group", "same", 5)).ShouldBeFalse();
        oracle.Query(oracle.Index, "group").Count.ShouldBe(19);
    }

    [Theory]
    [MemberData(nameof(SeedsWithAndWithoutCollisions))]
    public void Index_queries_agree_with_a_sorted_list(int seed, bool collide)
    {
        using var oracle = new ItemSpaceOracle(hash: collide ? OneHash : null);
        var random = new Random(seed);
        for (var step = 0; step < 200; step++)
        {
            if (random.Next(5) == 0 && oracle.Items.Count > 0)
            {
                oracle.Delete(oracle.Index, oracle.Items[random.Next(oracle.Items.Count)]).ShouldBeTrue();
            }
            else
            {
                oracle.Put(oracle.Index, CreateEntry($"p{random.Next(6)}", "s", random.Next(2) == 0 ? "g" : "h", CreateSortKey(random), random.Next(3)));
            }
        }

        foreach (var group in (string[])["g", "h"])
        {
            var found = oracle.Query(oracle.Index, group);
            found.Select(Text).Order().ShouldBe(oracle.Items.Where(item => item["gpk"].GetString() == group).Select(Text).Order(), $"seed {seed}");
            var keys = found.Select(IndexKey).ToList();
            keys.ShouldBe(keys.OrderBy(key => key.First, StringComparer.Ordinal).ThenBy(key => key.Second).ToList(), $"seed {seed}");
            oracle.QueryInPages(oracle.Index, group, 3, forward: true).ShouldBe(found, $"seed {seed}");
            found.Reverse();
            oracle.QueryInPages(oracle.Index, group, 3, forward: false).ShouldBe(found, $"seed {seed}");
        }
    }

    [Fact]
    public void Several_sort_key_attributes_are_ordered_from_the_left()
    {
        using var oracle = new ItemSpaceOracle();
        (string, int)[] keys = [("", 3), ("a", -1), ("a", 2), ("a\0", 0), ("a\0b", 1), ("ab", -7), ("b", 0)];
        foreach ((var text, var number) in keys.Reverse())
        {
            oracle.Put(oracle.Index, CreateEntry("p", $"{text}{number}", "group", text, number));
        }

        oracle.Query(oracle.Index, "group").Select(IndexKey).ShouldBe(keys);
        var a = AttributeValue.FromString("a");
        var zero = AttributeValue.FromNumber(0);
        Range(oracle.Index.BuildSortKeyRange().Equal(a.Span).Build()).ShouldBe([("a", -1), ("a", 2)]);
        Range(oracle.Index.BuildSortKeyRange().Equal(a.Span).GreaterThan(zero.Span)).ShouldBe([("a", 2)]);
        Range(oracle.Index.BuildSortKeyRange().Equal(a.Span).LessThan(zero.Span)).ShouldBe([("a", -1)]);
        Range(oracle.Index.BuildSortKeyRange().BeginsWith(a.Span)).ShouldBe([("a", -1), ("a", 2), ("a\0", 0), ("a\0b", 1), ("ab", -7)]);
        Range(oracle.Index.BuildSortKeyRange().GreaterThan(a.Span)).ShouldBe([("a\0", 0), ("a\0b", 1), ("ab", -7), ("b", 0)]);
        Range(oracle.Index.BuildSortKeyRange().LessThanOrEqual(a.Span)).ShouldBe([("", 3), ("a", -1), ("a", 2)]);
        Range(oracle.Index.BuildSortKeyRange().Between(a.Span, AttributeValue.FromString("ab").Span)).Count.ShouldBe(5);

        List<(string, int)> Range(SortKeyRange range) => oracle.Query(oracle.Index, "group", range).Select(IndexKey).ToList();
    }

    [Fact]
    public void An_item_without_an_index_key_attribute_is_not_in_the_index()
    {
        using var oracle = new ItemSpaceOracle();
        oracle.Index.HasKey(CreateEntry("p", "s", "group", "a", 1).Span).ShouldBeTrue();
        oracle.Index.HasKey(CreateItem("p", "s").Span).ShouldBeFalse();
        var wrongType = Item.Create(
            ("pk", AttributeValue.FromString("p")),
            ("sk", AttributeValue.FromString("s")),
            ("gpk", AttributeValue.FromNumber(1)),
            ("g1", AttributeValue.FromString("a")),
            ("g2", AttributeValue.FromNumber(1)));
        oracle.Index.HasKey(wrongType.Span).ShouldBeFalse();
    }

    [Fact]
    public void A_table_is_deleted_in_steps_and_its_neighbours_stay()
    {
        using var oracle = new ItemSpaceOracle();
        for (var i = 0; i < 25; i++)
        {
            oracle.Put(CreateItem($"p{i}", "s"));
        }

        oracle.Put(oracle.Index, CreateEntry("p", "s", "group", "a", 1));

        var left = new List<bool>();
        for (var step = 0; step < 3; step++)
        {
            oracle.Write(write => left.Add(oracle.Table.DeleteSome(write, 10)));
        }

        left.ShouldBe([true, true, false]);
        oracle.Scan().ShouldBeEmpty();
        oracle.Query(oracle.Index, "group").Count.ShouldBe(1);
    }

    [Fact]
    public void The_longest_keys_of_the_service_fit()
    {
        using var oracle = new ItemSpaceOracle();
        string partition = new('p', 2048);
        string sortKey = new('s', 1024);
        oracle.Put(CreateItem(partition, sortKey), CreateItem(partition, sortKey[..^1]), CreateItem(partition, "s"));
        oracle.Query(oracle.Table, partition).Select(item => ItemSpaceOracle.SortKey(item).Length).ShouldBe([1, 1023, 1024]);

        string zeros = new('\0', 1024);
        oracle.Put(oracle.Index, CreateEntry(partition, sortKey, partition, zeros, 1), CreateEntry(partition, sortKey, partition, zeros, 2));
        oracle.Query(oracle.Index, partition).Select(item => item["g2"].GetNumber().ToInt64()).ShouldBe([1, 2]);
    }

    private static void CheckRanges(ItemSpaceOracle oracle, string partition, List<Item> sorted, Random random, int seed)
    {
        for (var i = 0; i < 20; i++)
        {
            var low = AttributeValue.FromString(CreateSortKey(random));
            var high = AttributeValue.FromString(CreateSortKey(random));
            SortKeyRangeBuilder New() => oracle.Table.BuildSortKeyRange();
            Check(New().LessThan(low.Span), key => Order(key, low) < 0);
            Check(New().LessThanOrEqual(low.Span), key => Order(key, low) <= 0);
            Check(New().GreaterThan(low.Span), key => Order(key, low) > 0);
            Check(New().GreaterThanOrEqual(low.Span), key => Order(key, low) >= 0);
            Check(New().Equal(low.Span).Build(), key => Order(key, low) == 0);
            Check(New().Between(low.Span, high.Span), key => Order(key, low) >= 0 && Order(key, high) <= 0);
            Check(New().BeginsWith(low.Span), key => key.StartsWith(low.GetString(), StringComparison.Ordinal));
        }

        void Check(SortKeyRange range, Func<string, bool> isInside)
        {
            var expected = sorted.Where(item => isInside(ItemSpaceOracle.SortKey(item))).ToList();
            oracle.Query(oracle.Table, partition, range).ShouldBe(expected, $"seed {seed}");
            var after = sorted[random.Next(sorted.Count)];
            var position = sorted.IndexOf(after);
            oracle.Query(oracle.Table, partition, range, after: after).ShouldBe(expected.Where(item => sorted.IndexOf(item) > position), $"seed {seed}");
            var before = expected.Where(item => sorted.IndexOf(item) < position).Reverse();
            oracle.Query(oracle.Table, partition, range, forward: false, after: after).ShouldBe(before, $"seed {seed}");
        }

        static int Order(string key, AttributeValue bound) => ItemSpaceOracle.CompareUtf8(key, bound.GetString());
    }

    /// <summary>Short keys, keys around the cut at 474 bytes, and long ones that differ only behind it.</summary>
    private static string CreateSortKey(Random random)
    {
        string common = new('k', random.Next(4) switch { 0 => 0, 1 => 3, 2 => 472 + random.Next(4), _ => 600 });
        return common + (char)('a' + random.Next(6)) + (random.Next(3) == 0 ? "" : ((char)('a' + random.Next(6))).ToString());
    }

    private static Item CreateItem(string partitionKey, string sortKey, string? text = null)
        => text is null
            ? Item.Create(("pk", AttributeValue.FromString(partitionKey)), ("sk", AttributeValue.FromString(sortKey)))
            : Item.Create(
                ("pk", AttributeValue.FromString(partitionKey)), ("sk", AttributeValue.FromString(sortKey)), ("text", AttributeValue.FromString(text)));

    private static Item CreateItem(string partitionKey, AttributeValue sortKey)
        => Item.Create(("pk", AttributeValue.FromString(partitionKey)), ("sk", sortKey));

    private static Item CreateEntry(string partitionKey, string sortKey, string group, string first, int second)
        => Item.Create(
            ("pk", AttributeValue.FromString(partitionKey)),
            ("sk", AttributeValue.FromString(sortKey)),
            ("gpk", AttributeValue.FromString(group)),
            ("g1", AttributeValue.FromString(first)),
            ("g2", AttributeValue.FromNumber(second)));

    private static (string First, int Second) IndexKey(Item entry) => (entry["g1"].GetString(), (int)entry["g2"].GetNumber().ToInt64());

    private static string Text(Item item) => item.ToString();
}

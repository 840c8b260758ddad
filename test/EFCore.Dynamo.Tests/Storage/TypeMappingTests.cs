using System.Collections.ObjectModel;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Tests.Metadata;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Tests.Storage;

public sealed class TypeMappingTests
{
    private readonly IEntityType _type = ModelHarness.Build(builder => builder.Entity<Everything>(b =>
    {
        b.Property(e => e.Named).HasConversion<string>();
        b.Property(e => e.Money).HasConversion(money => money.Cents, cents => new Money(cents));
        b.ComplexProperty(e => e.Address);
        b.ComplexCollection(e => e.Addresses, a => a.HasAttributeName("addrs"));
    })).FindEntityType(typeof(Everything))!;

    [Theory]
    [InlineData(nameof(Everything.Id), AttributeType.Number)]
    [InlineData(nameof(Everything.Text), AttributeType.String)]
    [InlineData(nameof(Everything.MaybeInt), AttributeType.Number)]
    [InlineData(nameof(Everything.Flag), AttributeType.Boolean)]
    [InlineData(nameof(Everything.Kind), AttributeType.Number)]
    [InlineData(nameof(Everything.Named), AttributeType.String)]
    [InlineData(nameof(Everything.Address1), AttributeType.String)]
    [InlineData(nameof(Everything.Bytes), AttributeType.Binary)]
    [InlineData(nameof(Everything.List), AttributeType.List)]
    [InlineData(nameof(Everything.Array), AttributeType.List)]
    [InlineData(nameof(Everything.Nullables), AttributeType.List)]
    [InlineData(nameof(Everything.Nested), AttributeType.List)]
    [InlineData(nameof(Everything.Kinds), AttributeType.List)]
    [InlineData(nameof(Everything.ReadOnlyList), AttributeType.List)]
    [InlineData(nameof(Everything.Collection), AttributeType.List)]
    [InlineData(nameof(Everything.Set), AttributeType.StringSet)]
    [InlineData(nameof(Everything.NumberSet), AttributeType.NumberSet)]
    [InlineData(nameof(Everything.KindSet), AttributeType.NumberSet)]
    [InlineData(nameof(Everything.ByteSet), AttributeType.BinarySet)]
    [InlineData(nameof(Everything.Sorted), AttributeType.StringSet)]
    [InlineData(nameof(Everything.Map), AttributeType.Map)]
    [InlineData(nameof(Everything.MapOfLists), AttributeType.Map)]
    [InlineData(nameof(Everything.ListOfMaps), AttributeType.List)]
    [InlineData(nameof(Everything.ListOfSets), AttributeType.List)]
    [InlineData(nameof(Everything.Money), AttributeType.Number)]
    public void Properties_have_the_attribute_type_of_their_clr_type(string property, AttributeType type)
        => Mapping(property).AttributeType.ShouldBe(type);

    [Fact]
    public void Lists_keep_order_duplicates_and_nulls()
    {
        RoundTrip<List<string>>(nameof(Everything.List), ["b", "a", "b"]).ShouldBe(["b", "a", "b"]);
        RoundTrip<int[]>(nameof(Everything.Array), [3, 1, 3]).ShouldBe([3, 1, 3]);
        RoundTrip<List<int?>>(nameof(Everything.Nullables), [1, null, 2]).ShouldBe([1, null, 2]);
        RoundTrip<List<Kind>>(nameof(Everything.Kinds), [Kind.B, Kind.A]).ShouldBe([Kind.B, Kind.A]);
        RoundTrip<IReadOnlyList<double>>(nameof(Everything.ReadOnlyList), [1.5, 2.5]).ShouldBe([1.5, 2.5]);
        RoundTrip<Collection<string>>(nameof(Everything.Collection), ["x"]).ShouldBe(["x"]);
        RoundTrip<List<List<int>>>(nameof(Everything.Nested), [[1, 2], [], [3]]).ShouldBe([[1, 2], [], [3]]);
    }

    [Fact]
    public void An_empty_list_is_a_value_and_an_empty_set_is_none()
    {
        var list = (AttributeValueCodec<List<string>>)Mapping(nameof(Everything.List)).Codec;
        list.IsAbsent([]).ShouldBeFalse();
        list.ToAttributeValue([]).Count.ShouldBe(0);

        var set = (AttributeValueCodec<HashSet<string>>)Mapping(nameof(Everything.Set)).Codec;
        set.IsAbsent([]).ShouldBeTrue();
        set.IsAbsent(null).ShouldBeTrue();
        set.IsAbsentBoxed(new HashSet<string>()).ShouldBeTrue();
        set.ReadAbsent().ShouldBeEmpty();
        set.ToAttributeValue([]).Type.ShouldBe(AttributeType.Null);
    }

    [Fact]
    public void Sets_keep_their_elements()
    {
        RoundTrip<HashSet<string>>(nameof(Everything.Set), ["b", "a"]).ShouldBe(["a", "b"], ignoreOrder: true);
        RoundTrip<ISet<int>>(nameof(Everything.NumberSet), new HashSet<int> { 3, 1 }).ShouldBe([1, 3], ignoreOrder: true);
        RoundTrip<HashSet<Kind>>(nameof(Everything.KindSet), [Kind.B]).ShouldBe([Kind.B]);
        RoundTrip<SortedSet<string>>(nameof(Everything.Sorted), ["b", "a"]).ShouldBe(["a", "b"]);
        RoundTrip<HashSet<byte[]>>(nameof(Everything.ByteSet), [[1], [2]]).Contains([1]).ShouldBeTrue();
    }

    [Fact]
    public void Dictionaries_are_maps()
    {
        RoundTrip<Dictionary<string, int>>(nameof(Everything.Map), new() { ["b"] = 2, ["a"] = 1 })
            .ShouldBe(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }, ignoreOrder: true);
        RoundTrip<Dictionary<string, List<string>>>(nameof(Everything.MapOfLists), new() { ["x"] = ["1", "2"] })["x"].ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Lists_hold_maps_and_sets()
    {
        var maps = RoundTrip<List<Dictionary<string, string>>>(nameof(Everything.ListOfMaps), [new() { ["a"] = "1" }, []]);
        maps[0]["a"].ShouldBe("1");
        maps[1].ShouldBeEmpty();
        RoundTrip<List<HashSet<int>>>(nameof(Everything.ListOfSets), [[1], []]).Select(set => set.Count).ShouldBe([1, 0]);

        var comparer = Mapping(nameof(Everything.ListOfMaps)).Comparer;
        var value = new List<Dictionary<string, string>> { new() { ["a"] = "1" } };
        var snapshot = comparer.Snapshot(value);
        comparer.Equals(value, snapshot).ShouldBeTrue();
        comparer.GetHashCode(value).ShouldBe(comparer.GetHashCode(snapshot!));
        value[0]["a"] = "2";
        comparer.Equals(value, snapshot).ShouldBeFalse();
    }

    [Fact]
    public void Converters_are_part_of_the_codec()
    {
        RoundTrip(nameof(Everything.Money), new Money(150)).Cents.ShouldBe(150);
        RoundTrip(nameof(Everything.Named), Kind.B).ShouldBe(Kind.B);
        Mapping(nameof(Everything.Named)).Codec.ToAttributeValue(Kind.B).GetString().ShouldBe("B");
        RoundTrip(nameof(Everything.Address1), new Uri("https://example.com/a?b")).ShouldBe(new Uri("https://example.com/a?b"));
    }

    [Fact]
    public void Only_enums_keep_their_order_through_a_converter()
    {
        Mapping(nameof(Everything.Kind)).Codec.IsOrderPreserving.ShouldBeTrue();
        Mapping(nameof(Everything.Named)).Codec.IsOrderPreserving.ShouldBeFalse();
        Mapping(nameof(Everything.Money)).Codec.IsOrderPreserving.ShouldBeFalse();
    }

    [Fact]
    public void Change_tracking_sees_changes_inside_sets_and_dictionaries()
    {
        var setComparer = Mapping(nameof(Everything.Set)).Comparer;
        var set = new HashSet<string> { "a" };
        var snapshot = setComparer.Snapshot(set);
        setComparer.Equals(set, snapshot).ShouldBeTrue();
        setComparer.GetHashCode(set).ShouldBe(setComparer.GetHashCode(snapshot!));
        set.Add("b");
        setComparer.Equals(set, snapshot).ShouldBeFalse();

        var mapComparer = Mapping(nameof(Everything.MapOfLists)).Comparer;
        var map = new Dictionary<string, List<string>> { ["x"] = ["1"] };
        var mapSnapshot = mapComparer.Snapshot(map);
        mapComparer.Equals(map, mapSnapshot).ShouldBeTrue();
        map["x"].Add("2");
        mapComparer.Equals(map, mapSnapshot).ShouldBeFalse();
    }

    [Fact]
    public void Complex_properties_have_attribute_names()
    {
        _type.FindComplexProperty("Address")!.GetAttributeName().ShouldBe("Address");
        _type.FindComplexProperty("Addresses")!.GetAttributeName().ShouldBe("addrs");
        _type.FindComplexProperty("Addresses")!.IsCollection.ShouldBeTrue();
    }

    private DynamoTypeMapping Mapping(string property) => _type.FindProperty(property)!.GetTypeMapping().ShouldBeOfType<DynamoTypeMapping>();

    private T RoundTrip<T>(string property, T value)
    {
        var codec = (AttributeValueCodec<T>)Mapping(property).Codec;
        return codec.Read(codec.ToAttributeValue(value).Span);
    }

    internal enum Kind
    {
        A,
        B,
    }

    internal readonly record struct Money(int Cents);

    internal sealed class Everything
    {
        public int Id { get; set; }

        public string Text { get; set; } = "";

        public int? MaybeInt { get; set; }

        public bool Flag { get; set; }

        public Kind Kind { get; set; }

        public Kind Named { get; set; }

        public Uri? Address1 { get; set; }

        public byte[] Bytes { get; set; } = [];

        public List<string> List { get; set; } = [];

        public int[] Array { get; set; } = [];

        public List<int?> Nullables { get; set; } = [];

        public List<List<int>> Nested { get; set; } = [];

        public List<Kind> Kinds { get; set; } = [];

        public IReadOnlyList<double> ReadOnlyList { get; set; } = [];

        public Collection<string> Collection { get; set; } = [];

        public HashSet<string> Set { get; set; } = [];

        public ISet<int> NumberSet { get; set; } = new HashSet<int>();

        public HashSet<Kind> KindSet { get; set; } = [];

        public HashSet<byte[]> ByteSet { get; set; } = [];

        public SortedSet<string> Sorted { get; set; } = [];

        public Dictionary<string, int> Map { get; set; } = [];

        public Dictionary<string, List<string>> MapOfLists { get; set; } = [];

        public List<Dictionary<string, string>> ListOfMaps { get; set; } = [];

        public List<HashSet<int>> ListOfSets { get; set; } = [];

        public Money Money { get; set; }

        public Address Address { get; set; } = new();

        public List<Address> Addresses { get; set; } = [];
    }

    internal sealed class Address
    {
        public string City { get; set; } = "";

        public string? Zip { get; set; }
    }
}

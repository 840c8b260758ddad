using System.Globalization;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>
///     Value converters from and to nullable types, in every place a value can stand: EF lets a converter over <c>T</c> and one over <c>T?</c> serve the same
///     property.
/// </summary>
public sealed class NullableConverterTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 2, 3, 12, 0, 0, DateTimeKind.Utc);

    private readonly Scenario _scenario = new(model => model.Entity<Holder>(holder =>
    {
        holder.Property(h => h.Id).HasConversion(new ValueConverter<Ref?, string>(r => r == null ? "" : r.Value.Text, s => new Ref(s)));
        holder.Property(h => h.Wrapped).HasConversion(
            new ValueConverter<Ref?, string?>(r => r == null ? null : r.Value.Text, s => s == null ? null : new Ref(s)));
        holder.Property(h => h.Plain).HasConversion(new ValueConverter<Ref, string>(r => r.Text, s => new Ref(s)));
        holder.Property(h => h.At).HasConversion(new ValueConverter<DateTime?, DateTime?>(
            at => at == null ? null : at.Value.ToUniversalTime(), at => at == null ? null : DateTime.SpecifyKind(at.Value, DateTimeKind.Utc)));
        holder.Property(h => h.Flag).HasConversion(
            new ValueConverter<bool?, string>(f => f == true ? "Y" : "N", s => s == "Y" ? true : s == "N" ? false : null));
        holder.Property(h => h.Positive).HasConversion(new ValueConverter<int?, int?>(n => n > 0 ? n : null, n => n));
        holder.Property(h => h.Count).HasConversion(
            new ValueConverter<int?, string>(n => n!.Value.ToString(CultureInfo.InvariantCulture), s => int.Parse(s, CultureInfo.InvariantCulture)));
        holder.PrimitiveCollection(h => h.Flags).ElementType().HasConversion(typeof(YesNoConverter));
        holder.ComplexProperty(h => h.Inner).Property(i => i.Flag).HasConversion<YesNoConverter>();
        holder.HasGlobalSecondaryIndex("by-flag").HasPartitionKey(h => h.Flag).HasSortKey(h => h.Wrapped);
    }));

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public void Values_come_back_as_they_were_saved()
    {
        _scenario.Save(Full());

        using var context = _scenario.Open();
        var found = context.Find<Holder>(new Ref("full"));
        found.ShouldBeEquivalentTo(Full());
        found!.At!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Nulls_and_what_a_converter_makes_null_are_absent_attributes()
    {
        _scenario.Save(Empty());

        var item = await GetAsync("empty");
        Names(item).ShouldBe(["Count", "Flags", "Id", "Inner"], ignoreOrder: true);
        using var context = _scenario.Open();
        var found = context.Find<Holder>(new Ref("empty"))!;
        (found.Wrapped, found.Plain, found.At, found.Flag, found.Positive).ShouldBe((null, null, null, null, null));
        found.Flags.ShouldBe([null]);
    }

    [Fact]
    public async Task A_stored_value_that_a_converter_reads_as_null_is_null()
    {
        await _scenario.Client.PutItemAsync(new PutItemRequest
        {
            TableName = nameof(Holder),
            Item = Item.Create(
                ("Id", Text("other")),
                ("Flag", Text("?")),
                ("Count", Text("3")),
                ("Flags", AttributeValue.FromList(Text("Y"), Text("?"))),
                ("Inner", AttributeValue.FromMap(Item.Create(("Flag", Text("?")))))),
        });

        using var context = _scenario.Open();
        var found = context.Find<Holder>(new Ref("other"))!;
        found.Flag.ShouldBeNull();
        found.Flags.ShouldBe([true, null]);
        found.Inner.Flag.ShouldBeNull();
        found.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Changes_to_null_and_back_are_saved()
    {
        _scenario.Save(Full());
        Change(holder => (holder.At, holder.Flag, holder.Wrapped, holder.Inner.Flag) = (null, null, null, null));
        Names(await GetAsync("full")).ShouldNotContain("Flag");

        Change(holder => (holder.At, holder.Flag, holder.Wrapped, holder.Inner.Flag) = (Noon, true, new Ref("w"), false));
        using var context = _scenario.Open();
        context.Find<Holder>(new Ref("full")).ShouldBeEquivalentTo(Full());

        void Change(Action<Holder> change)
        {
            using var changing = _scenario.Open();
            change(changing.Find<Holder>(new Ref("full"))!);
            changing.SaveChanges().ShouldBe(1);
        }
    }

    [Fact]
    public void Filters_compare_stored_values_whatever_the_plan()
    {
        _scenario.Save(Full(), Empty());
        using var context = _scenario.Open();
        bool? flag = true;
        Ref? wrapped = new Ref("w");
        DateTime? at = Noon;
        var (id, other) = (new Ref("full"), new Ref("empty"));
        var holders = context.Set<Holder>();

        Ids(holders.AllowScan().Where(h => h.Wrapped == wrapped && h.At == at && h.Plain == wrapped)).ShouldBe(["full"]);
        Ids(holders.AllowScan().Where(h => h.At == null && h.Flag == null && h.Positive == null)).ShouldBe(["empty"]);
        Ids(holders.AllowScan().Where(h => h.Inner.Flag == false)).ShouldBe(["full"]);
        Ids(holders.AllowScan().Where(h => h.Flag!.Value)).ShouldBe(["full"]);
        Ids(holders.Where(h => h.Flag == flag && h.Wrapped == wrapped)).ShouldBe(["full"]);
        Ids(holders.Where(h => h.Id == id && h.Flag == flag && h.At == at && h.Count == 7)).ShouldBe(["full"]);
        Ids(holders.Where(h => h.Id == other && h.At == null)).ShouldBe(["empty"]);
        holders.Where(h => h.Id == id || h.Id == other).OrderBy(h => h.Id.Text).Select(h => h.Flag).ToList().ShouldBe([null, true]);
        holders.Where(h => h.Flag == flag && h.Wrapped == wrapped).ToAccessPlan().ToString().ShouldContain("by-flag");
    }

    [Fact]
    public void A_converter_that_converts_nulls_is_refused_by_name()
        => Metadata.ModelHarness.Refuse(model => model.Entity<Holder>(holder =>
            {
                holder.Property(h => h.Flag).HasConversion<NullToTextConverter>();
                holder.Ignore(h => h.Wrapped).Ignore(h => h.Plain).ComplexProperty(h => h.Inner);
                holder.Property(h => h.Id).HasConversion(r => r.Text, s => new Ref(s));
            }))
            .ShouldContain("'Holder.Flag'");

    private static string[] Ids(IQueryable<Holder> holders) => [.. holders.ToList().Select(static holder => holder.Id.Text)];

    private static AttributeValue Text(string text) => AttributeValue.FromString(text);

    private static string[] Names(Item? item) => [.. Enumerable.Range(0, item!.Value.Count).Select(item.Value.GetNameAt)];

    private static Holder Full()
        => new()
        {
            Id = new Ref("full"),
            Wrapped = new Ref("w"),
            Plain = new Ref("w"),
            At = Noon,
            Flag = true,
            Positive = 4,
            Count = 7,
            Flags = [true, null, false],
            Inner = new Inner { Flag = false },
        };

    private static Holder Empty() => new() { Id = new Ref("empty"), Positive = -1, Flags = [null] };

    private async Task<Item?> GetAsync(string id)
        => (await _scenario.Client.GetItemAsync(new GetItemRequest { TableName = nameof(Holder), Key = Item.Create(("Id", Text(id))) })).Item;

    private sealed class Holder
    {
        public Ref Id { get; set; }

        public Ref? Wrapped { get; set; }

        public Ref? Plain { get; set; }

        public DateTime? At { get; set; }

        public bool? Flag { get; set; }

        public int? Positive { get; set; }

        public int Count { get; set; }

        public List<bool?> Flags { get; set; } = [];

        public Inner Inner { get; set; } = new();
    }

    private sealed class Inner
    {
        public bool? Flag { get; set; }
    }

    private readonly record struct Ref(string Text);

    private sealed class YesNoConverter() : ValueConverter<bool?, string>(f => f == true ? "Y" : "N", s => s == "Y" ? true : s == "N" ? false : null);

#pragma warning disable EF1001 // the constructor with convertsNulls is EF's own, and in use
    private sealed class NullToTextConverter() : ValueConverter<bool?, string>(
        f => f == null ? "?" : f.Value ? "Y" : "N", s => s == "?" ? null : s == "Y", convertsNulls: true);
#pragma warning restore EF1001
}

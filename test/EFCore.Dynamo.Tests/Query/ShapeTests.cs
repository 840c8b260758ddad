using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>What an item can become: every shape of entity that EF knows and an item can hold.</summary>
public abstract class ShapeTests : IDisposable
{
    private readonly TestStore _store;
    private readonly ShapeContext _keeper;

    protected ShapeTests(TestStore store)
    {
        _store = store;
        _keeper = CreateContext();
        _keeper.Database.EnsureCreated();
    }

    [Theory]
    [InlineData(QueryTrackingBehavior.TrackAll)]
    [InlineData(QueryTrackingBehavior.NoTracking)]
    [InlineData(QueryTrackingBehavior.NoTrackingWithIdentityResolution)]
    public void A_constructor_with_parameters_and_read_only_properties_are_used(QueryTrackingBehavior tracking)
    {
        Save(new Sealed(new SealedId(7), "seven"));
        using var context = CreateContext();
        var id = new SealedId(7);
        var found = context.Sealeds.AsTracking(tracking).Single(s => s.Id == id);
        found.Name.ShouldBe("seven");
        found.Id.Value.ShouldBe(7);
        context.Sealeds.Where(s => s.Id == new SealedId(7) && s.Name == "seven").Select(s => s.Id).Single().Value.ShouldBe(7);
        context.Sealeds.Count(s => new[] { new SealedId(7), new SealedId(8) }.Contains(s.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData(QueryTrackingBehavior.TrackAll)]
    [InlineData(QueryTrackingBehavior.NoTracking)]
    [InlineData(QueryTrackingBehavior.NoTrackingWithIdentityResolution)]
    public void Complex_values_in_all_depths_are_read(QueryTrackingBehavior tracking)
    {
        Save(new Parcel
        {
            Id = 1,
            Size = new Box { Width = 2, Label = new Sticker { Text = "big" } },
            Stops = [new Stop { Place = "A", Codes = [1, 2] }, new Stop { Place = "B" }],
            Point = new Point { X = 3, Y = 4 },
        });
        Save(new Parcel { Id = 2, Size = new Box { Width = 1, Label = new Sticker() }, Point = new Point() });
        using var context = CreateContext();
        var parcel = context.Parcels.AsTracking(tracking).Single(p => p.Id == 1);
        parcel.Size.Width.ShouldBe(2);
        parcel.Size.Label.Text.ShouldBe("big");
        parcel.Stops.Select(s => s.Place).ShouldBe(["A", "B"]);
        parcel.Stops[0].Codes.ShouldBe([1, 2]);
        parcel.Point.ShouldBe(new Point { X = 3, Y = 4 });
        parcel.Extra.ShouldBeNull();
        context.ChangeTracker.HasChanges().ShouldBeFalse();
        context.Parcels.AllowScan().Where(p => p.Size.Label.Text == "big" && p.Point.X > 2).Select(p => p.Id).Single().ShouldBe(1);
        context.Parcels.Where(p => p.Id == 1).Select(p => p.Size.Label).AsNoTracking().Single().Text.ShouldBe("big");
        context.Parcels.Where(p => p.Id == 1).Select(p => p.Stops).AsNoTracking().Single().Count.ShouldBe(2);
        context.Parcels.Where(p => p.Id == 1).Select(p => p.Stops.Count).Single().ShouldBe(2);
        context.Parcels.AllowScan().Count(p => p.Stops.Any(s => s.Place == "B")).ShouldBe(1);
        context.Parcels.AllowScan().Count(p => p.Extra == null).ShouldBe(2);
    }

    [Fact]
    public void Many_kinds_of_values_come_back_and_can_be_asked_for()
    {
        var value = CreateValues();
        Save(value);
        using var context = CreateContext();
        var found = context.Values.AsNoTracking().Single(v => v.Id == 1);
        found.ShouldBeEquivalentTo(value);
        context.Values.Count(v => v.Id == 1 && v.Day == new DateOnly(2026, 3, 4)).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Day > new DateOnly(2026, 3, 3) && v.Day.Year == 2026).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Time < new TimeOnly(12, 0)).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Duration >= TimeSpan.FromMinutes(90)).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Moment == value.Moment).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Link == new Uri("https://example.org/")).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Maybe == Priority.High).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Numbers.Contains(null)).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Numbers.Contains(5)).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Names.Contains("b") && v.Names[0] == "a" && v.Names.Length == 2).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Stock["x"] == 3).ShouldBe(1);
        var key = "y";
        context.Values.Count(v => v.Id == 1 && v.Stock[key] > 3).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Stock["missing"] == 0).ShouldBe(0);
        context.Values.Count(v => v.Id == 1 && v.Set.Contains(2)).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Data == new byte[] { 1, 2, 3 }).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && v.Unsigned == ulong.MaxValue && v.Tiny == 200 && v.Single > 0.4f).ShouldBe(1);
        context.Values.Count(v => v.Id == 1 && EF.Property<string>(v, "Shadow") == "dark").ShouldBe(0);
    }

    [Fact]
    public void A_shadow_property_can_be_asked_for_projected_and_ordered_by()
    {
        using (var context = CreateContext())
        {
            var value = CreateValues();
            context.Add(value);
            context.Entry(value).Property("Shadow").CurrentValue = "dark";
            context.SaveChanges();
        }

        using var reader = CreateContext();
        reader.Values.Count(v => v.Id == 1 && EF.Property<string>(v, "Shadow") == "dark").ShouldBe(1);
        reader.Values.Where(v => v.Id == 1).OrderBy(v => EF.Property<string>(v, "Shadow")).Select(
            v => EF.Property<string>(v, "Shadow")).Single().ShouldBe("dark");
        var tracked = reader.Values.Single(v => v.Id == 1);
        reader.Entry(tracked).Property("Shadow").CurrentValue.ShouldBe("dark");
    }

    [Fact]
    public void Query_filters_hold_until_they_are_ignored_all_or_by_name()
    {
        Save(new Note { Tenant = 1, Id = 1, Text = "kept" });
        Save(new Note { Tenant = 1, Id = 2, Text = "deleted", IsDeleted = true });
        Save(new Note { Tenant = 2, Id = 1, Text = "other" });
        using var context = CreateContext();
        context.CurrentTenant = 1;
        context.Notes.Select(n => n.Text).ToList().ShouldBe(["kept"]);
        context.Notes.IgnoreQueryFilters(["deleted"]).Select(n => n.Text).ToList().ShouldBe(["kept", "deleted"]);
        context.Notes.ToAccessPlan().Operation.ShouldBe(AccessOperation.Query);
        context.Notes.IgnoreQueryFilters().AllowScan().Count().ShouldBe(3);
        context.CurrentTenant = 2;
        context.Notes.Select(n => n.Text).ToList().ShouldBe(["other"]);
    }

    [Fact]
    public async Task Attributes_of_type_NULL_and_missing_ones_are_null()
    {
        await PutAsync(
            ("Tenant", AttributeValue.FromNumber(5)),
            ("Id", AttributeValue.FromNumber(1)),
            ("Text", AttributeValue.Null),
            ("IsDeleted", AttributeValue.FromBoolean(false)));
        await PutAsync(("Tenant", AttributeValue.FromNumber(5)), ("Id", AttributeValue.FromNumber(2)), ("IsDeleted", AttributeValue.FromBoolean(false)));
        await PutAsync(
            ("Tenant", AttributeValue.FromNumber(5)),
            ("Id", AttributeValue.FromNumber(3)),
            ("Text", AttributeValue.FromString("t")),
            ("Rank", AttributeValue.FromNumber(7)),
            ("IsDeleted", AttributeValue.FromBoolean(false)));
        using var context = CreateContext();
        context.CurrentTenant = 5;
        int[] Ids(System.Linq.Expressions.Expression<Func<Note, bool>> condition) => context.Notes.Where(condition).Select(n => n.Id).ToArray();
        string? nothing = null;
        int? noRank = null;
        Ids(n => n.Text == null).ShouldBe([1, 2]);
        Ids(n => n.Text != null).ShouldBe([3]);
        Ids(n => n.Text == nothing).ShouldBe([1, 2]);
        Ids(n => n.Text != nothing).ShouldBe([3]);
        Ids(n => n.Text != "t").ShouldBe([1, 2]);
        Ids(n => !(n.Text == "t")).ShouldBe([1, 2]);
        Ids(n => n.Text != "u").ShouldBe([1, 2, 3]);
        Ids(n => n.Rank == noRank).ShouldBe([1, 2]);
        Ids(n => n.Rank > 5).ShouldBe([3]);
        Ids(n => !(n.Rank > 5)).ShouldBe([1, 2]);
        Ids(n => n.Rank + 1 > 5).ShouldBe([3]);
        Ids(n => n.Text!.Length > 0).ShouldBe([3]);
        Ids(n => n.Text!.ToUpper() == "T").ShouldBe([3]);
        Ids(n => n.Text!.StartsWith("t")).ShouldBe([3]);
        Ids(n => !n.Text!.StartsWith("t")).ShouldBe([1, 2]);
        Ids(n => n.Text!.EndsWith("t")).ShouldBe([3]);
        Ids(n => !n.Text!.EndsWith("t")).ShouldBe([1, 2]);
        Ids(n => n.Text == n.Other).ShouldBe([1, 2]);
        Ids(n => n.Text != n.Other).ShouldBe([3]);
        Ids(n => new[] { null, "t" }.Contains(n.Text)).ShouldBe([1, 2, 3]);
        context.Notes.OrderBy(n => n.Rank).ThenByDescending(n => n.Id).Select(n => n.Id).ToArray().ShouldBe([2, 1, 3]);
        context.Notes.Max(n => n.Rank).ShouldBe(7);
        context.Notes.OrderBy(n => n.Id).ToList().Select(n => n.Text).ShouldBe([null, null, "t"]);
    }

    [Fact]
    public async Task A_value_of_another_type_is_an_error_that_names_the_property()
    {
        await PutAsync(
            ("Tenant", AttributeValue.FromNumber(6)),
            ("Id", AttributeValue.FromNumber(1)),
            ("Text", AttributeValue.FromNumber(12)),
            ("IsDeleted", AttributeValue.FromBoolean(false)));
        using var context = CreateContext();
        context.CurrentTenant = 6;
        var error = Should.Throw<InvalidOperationException>(() => context.Notes.ToList());
        error.Message.ShouldContain("Note.Text");
        error.InnerException.ShouldNotBeNull();
    }

    public void Dispose()
    {
        _keeper.Database.EnsureDeleted();
        _keeper.Dispose();
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    private ShapeContext CreateContext()
        => new(_store.ConnectionString);

    private void Save(object entity)
    {
        using var context = CreateContext();
        context.Add(entity);
        context.SaveChanges();
    }

    private async Task PutAsync(params (string Name, AttributeValue Value)[] attributes)
        => await _keeper.GetService<IDynamoClientSource>().Client.PutItemAsync(new PutItemRequest { TableName = "notes", Item = Item.Create(attributes) });

    private static Values CreateValues()
        => new()
        {
            Id = 1,
            Day = new DateOnly(2026, 3, 4),
            Time = new TimeOnly(8, 30),
            Duration = TimeSpan.FromMinutes(90),
            Moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            Link = new Uri("https://example.org/"),
            Maybe = Priority.High,
            Numbers = [5, null],
            Names = ["a", "b"],
            Stock = new() { ["x"] = 3, ["y"] = 4 },
            Set = [1, 2],
            Data = [1, 2, 3],
            Unsigned = ulong.MaxValue,
            Tiny = 200,
            Single = 0.5f,
        };

    private readonly record struct SealedId(int Value);

    private sealed class Sealed
    {
        private Sealed(string name) => Name = name;

        public Sealed(SealedId id, string name)
            : this(name)
            => Id = id;

        public SealedId Id { get; }

        public string Name { get; }
    }

    private sealed class Parcel
    {
        public int Id { get; set; }

        public Box Size { get; set; } = new();

        public List<Stop> Stops { get; set; } = [];

        public Point Point { get; set; }

        public Sticker? Extra { get; set; }
    }

    private sealed class Box
    {
        public int Width { get; set; }

        public Sticker Label { get; set; } = new();
    }

    private sealed class Sticker
    {
        public string Text { get; set; } = "";
    }

    private sealed class Stop
    {
        public string Place { get; set; } = "";

        public List<int> Codes { get; set; } = [];
    }

    private record struct Point
    {
        public int X { get; set; }

        public int Y { get; set; }
    }

    private sealed class Values
    {
        public int Id { get; set; }

        public DateOnly Day { get; set; }

        public TimeOnly Time { get; set; }

        public TimeSpan Duration { get; set; }

        public DateTimeOffset Moment { get; set; }

        public Uri? Link { get; set; }

        public Priority? Maybe { get; set; }

        public List<int?> Numbers { get; set; } = [];

        public string[] Names { get; set; } = [];

        public Dictionary<string, int> Stock { get; set; } = [];

        public HashSet<int> Set { get; set; } = [];

        public byte[] Data { get; set; } = [];

        public ulong Unsigned { get; set; }

        public byte Tiny { get; set; }

        public float Single { get; set; }
    }

    private sealed class Note
    {
        public int Tenant { get; set; }

        public int Id { get; set; }

        public string? Text { get; set; }

        public string? Other { get; set; }

        public int? Rank { get; set; }

        public bool IsDeleted { get; set; }
    }

    private sealed class ShapeContext(string connectionString) : DbContext
    {
        public int CurrentTenant { get; set; }

        public DbSet<Sealed> Sealeds => Set<Sealed>();

        public DbSet<Parcel> Parcels => Set<Parcel>();

        public DbSet<Values> Values => Set<Values>();

        public DbSet<Note> Notes => Set<Note>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Sealed>(b =>
            {
                b.ToDynamoTable("sealeds");
                b.HasKey(s => s.Id);
                b.Property(s => s.Id).HasConversion(id => id.Value, value => new SealedId(value));
                b.Property(s => s.Name);
            });
            modelBuilder.Entity<Parcel>(b =>
            {
                b.ToDynamoTable("parcels");
                b.ComplexProperty(p => p.Size, s => s.ComplexProperty(x => x.Label));
                b.ComplexCollection(p => p.Stops);
                b.ComplexProperty(p => p.Point);
                b.ComplexProperty(p => p.Extra);
            });
            modelBuilder.Entity<Values>(b =>
            {
                b.ToDynamoTable("values");
                b.Property<string>("Shadow").IsRequired(false);
            });
            modelBuilder.Entity<Note>(b =>
            {
                b.ToDynamoTable("notes");
                b.HasKey(n => new { n.Tenant, n.Id });
                b.HasPartitionKey(n => n.Tenant);
                b.HasSortKey(n => n.Id);
                b.HasQueryFilter("tenant", n => n.Tenant == CurrentTenant);
                b.HasQueryFilter("deleted", n => !n.IsDeleted);
            });
        }
    }
}

using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Times of every kind and offset: compared as C# compares them, whatever the plan and wherever the machine is.</summary>
[Collection(nameof(TimeZones))]
public sealed class TimePlanTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 3, 29, 12, 0, 0, DateTimeKind.Utc);

    private readonly TimeZones _zone = new("Europe/Berlin");
    private readonly EmbeddedStore _store = new();
    private readonly VisitContext _context;

    public TimePlanTests()
    {
        _context = new VisitContext(_store.ConnectionString);
        _context.Database.EnsureCreated();
    }

    public void Dispose()
    {
        _context.Dispose();
        _store.Dispose();
        _zone.Dispose();
    }

    [Fact]
    public void A_local_time_is_the_same_to_the_service_and_to_the_client()
    {
        var now = DateTime.Now;
        Save(new Visit { Id = 1, At = now.AddMinutes(-30) }, new Visit { Id = 2, At = now.AddHours(1) }, new Visit { Id = 3, At = now.AddHours(-9) });
        var loaded = _context.Visits.AllowScan().AsNoTracking().ToList();
        loaded.ShouldAllBe(v => v.At.Kind == DateTimeKind.Utc);
        foreach (var since in new[] { now.AddHours(-1), now.ToUniversalTime().AddHours(-1), DateTime.SpecifyKind(now.AddHours(-4), DateTimeKind.Unspecified) })
        {
            var expected = loaded.Where(v => v.At >= since).Select(v => v.Id).Order().ToList();
            new[] { 1, 2, 3 }.Where(id => _context.Visits.Any(v => v.Id == id && v.At >= since)).ShouldBe(expected);
            _context.Visits.AllowScan().Count(v => v.At >= since).ShouldBe(expected.Count);
        }

        _context.Visits.AllowScan().Count(v => v.At >= DateTime.Now.AddHours(-1)).ShouldBe(loaded.Count(v => v.At >= now.AddHours(-1)));
        _context.Visits.Count(v => v.Id == 1 && v.At >= DateTime.UtcNow.AddHours(-1)).ShouldBe(1);
    }

    [Fact]
    public void Times_of_different_kinds_are_equal_when_their_ticks_are()
    {
        Save(new Visit { Id = 1, At = Noon }, new Visit { Id = 2, At = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified) });
        foreach (var kind in Enum.GetValues<DateTimeKind>())
        {
            var time = DateTime.SpecifyKind(Noon, kind);
            var times = new[] { time };
            _context.Visits.AllowScan().Count(v => v.At == time).ShouldBe(2);
            _context.Visits.AllowScan().Count(v => v.At != time).ShouldBe(0);
            _context.Visits.AllowScan().Count(v => v.At <= time && v.At >= time).ShouldBe(2);
            _context.Visits.AllowScan().Count(v => times.Contains(v.At)).ShouldBe(2);
            _context.Visits.Count(v => v.Id == 2 && v.At == time).ShouldBe(1);
        }

        _context.Visits.AsNoTracking().Single(v => v.Id == 2).At.Kind.ShouldBe(DateTimeKind.Unspecified);
    }

    [Fact]
    public void A_key_has_no_kind_and_comes_back_as_UTC()
    {
        Save(new Slot { Room = "a", At = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified) }, new Slot { Room = "a", At = Noon.AddHours(1) });
        foreach (var kind in Enum.GetValues<DateTimeKind>())
        {
            var time = DateTime.SpecifyKind(Noon, kind);
            _context.Slots.AsNoTracking().Single(s => s.Room == "a" && s.At == time).At.Kind.ShouldBe(DateTimeKind.Utc);
            _context.Slots.Count(s => s.Room == "a" && s.At > time).ShouldBe(1);
            _context.Slots.Where(s => s.Room == "a" && s.At == time).ToQueryString().ShouldStartWith("GetItem");
        }

        _context.Slots.Find("a", Noon)!.At.ShouldBe(Noon);
        Should.Throw<DbUpdateException>(() => Save(new Slot { Room = "a", At = Noon }));
    }

    [Fact]
    public void A_time_in_a_key_template_is_found_whatever_its_kind()
    {
        Save(new Note { Id = 1, At = Noon }, new Note { Id = 1, At = DateTime.SpecifyKind(Noon.AddHours(1), DateTimeKind.Unspecified) });
        foreach (var kind in Enum.GetValues<DateTimeKind>())
        {
            var time = DateTime.SpecifyKind(Noon, kind);
            var later = time.AddHours(1);
            _context.Notes.Count(n => n.Id == 1 && n.At == time).ShouldBe(1);
            _context.Notes.Count(n => n.Id == 1 && n.At == later).ShouldBe(1);
            _context.Notes.Count(n => n.Id == 1 && n.At > time).ShouldBe(1);
        }
    }

    [Fact]
    public void An_offset_survives()
    {
        var mumbai = new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.FromHours(5.5));
        var newfoundland = new DateTimeOffset(Noon).ToOffset(TimeSpan.FromHours(-3.5));
        Save(
            new Visit { Id = 1, Moment = mumbai, Moments = [mumbai, newfoundland] },
            new Visit { Id = 2, Moment = newfoundland },
            new Visit { Id = 3, Moment = new DateTimeOffset(Noon) });
        var loaded = _context.Visits.AsNoTracking().Single(v => v.Id == 1);
        loaded.Moment.EqualsExact(mumbai).ShouldBeTrue();
        loaded.Moments[1].EqualsExact(newfoundland).ShouldBeTrue();
        ReadMoment(1).ShouldBe("2026-03-28T19:00:00.0000000Z+05:30");
        ReadMoment(3).ShouldBe("2026-03-29T12:00:00.0000000Z");
        _context.Visits.AllowScan().Count(v => v.Moment.Hour == 0).ShouldBe(1);
        _context.Visits.Count(v => v.Id == 2 && v.Moment.Hour == 8).ShouldBe(1);
    }

    [Fact]
    public void Instants_are_compared_whatever_their_offset()
    {
        Save(
            new Visit { Id = 1, Moment = new DateTimeOffset(Noon).ToOffset(TimeSpan.FromHours(3)) },
            new Visit { Id = 2, Moment = new DateTimeOffset(Noon).ToOffset(TimeSpan.FromHours(-14)) },
            new Visit { Id = 3, Moment = new DateTimeOffset(Noon.AddTicks(1)).ToOffset(TimeSpan.FromHours(14)) });
        foreach (var hours in new[] { 0, 2, -14 })
        {
            var moment = new DateTimeOffset(Noon).ToOffset(TimeSpan.FromHours(hours));
            _context.Visits.AllowScan().Count(v => v.Moment == moment).ShouldBe(2);
            _context.Visits.AllowScan().Count(v => v.Moment > moment).ShouldBe(1);
            _context.Visits.AllowScan().Count(v => v.Moment <= moment).ShouldBe(2);
            _context.Visits.AllowScan().Count(v => v.Moment != moment).ShouldBe(1);
            _context.Visits.Count(v => v.Id == 2 && v.Moment == moment).ShouldBe(1);
        }
    }

    [Fact]
    public void A_change_of_the_offset_alone_is_saved()
    {
        Save(new Visit { Id = 1, Moment = new DateTimeOffset(Noon) });
        _context.Visits.Single(v => v.Id == 1).Moment = new DateTimeOffset(Noon).ToOffset(TimeSpan.FromHours(2));
        _context.SaveChanges().ShouldBe(1);
        ReadMoment(1).ShouldBe("2026-03-29T12:00:00.0000000Z+02:00");
    }

    [Fact]
    public void A_key_is_an_instant_in_UTC()
    {
        Save(new Booking { Room = "a", From = new DateTimeOffset(Noon).ToOffset(TimeSpan.FromHours(2)) });
        var noon = new DateTimeOffset(Noon);
        _context.Bookings.AsNoTracking().Single(b => b.Room == "a" && b.From == noon).From.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void An_expiry_is_compared_with_fractions_of_a_second()
    {
        Save(new Visit { Id = 1, Expiry = Noon });
        var later = Noon.AddMilliseconds(500);
        System.Linq.Expressions.Expression<Func<Visit, bool>>[] conditions = [v => v.Expiry < later, v => v.Expiry != later, v => v.Expiry <= later];
        foreach (var condition in conditions)
        {
            _context.Visits.AllowScan().Count(condition).ShouldBe(1);
            _context.Visits.Where(v => v.Id == 1).Count(condition).ShouldBe(1);
        }

        _context.Visits.AllowScan().Count(v => v.Expiry >= later || v.Expiry == later).ShouldBe(0);
    }

    private void Save(params object[] entities)
    {
        using var context = new VisitContext(_store.ConnectionString);
        context.AddRange(entities);
        context.SaveChanges();
    }

    private string ReadMoment(int id)
        => _store.Client.GetItemAsync(new GetItemRequest { TableName = "visits", Key = new ItemBuilder().Add("Id", id).Build() })
            .AsTask().GetAwaiter().GetResult().Item!.Value["Moment"].GetString();

    private sealed class Visit
    {
        public int Id { get; set; }

        public DateTime At { get; set; }

        public DateTimeOffset Moment { get; set; }

        public List<DateTimeOffset> Moments { get; set; } = [];

        public DateTime? Expiry { get; set; }
    }

    private sealed class Slot
    {
        public string Room { get; set; } = "";

        public DateTime At { get; set; }
    }

    private sealed class Booking
    {
        public string Room { get; set; } = "";

        public DateTimeOffset From { get; set; }
    }

    private sealed class Note
    {
        public int Id { get; set; }

        public DateTime At { get; set; }
    }

    private sealed class VisitContext(string connectionString) : DbContext
    {
        public DbSet<Visit> Visits => Set<Visit>();

        public DbSet<Slot> Slots => Set<Slot>();

        public DbSet<Booking> Bookings => Set<Booking>();

        public DbSet<Note> Notes => Set<Note>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Visit>(b =>
            {
                b.ToDynamoTable("visits");
                b.Property(v => v.Id).ValueGeneratedNever();
                b.HasTimeToLive(v => v.Expiry);
            });
            modelBuilder.Entity<Slot>().ToDynamoTable("slots").HasKey(s => new { s.Room, s.At });
            modelBuilder.Entity<Booking>().ToDynamoTable("bookings").HasKey(b => new { b.Room, b.From });
            modelBuilder.Entity<Note>(b =>
            {
                b.ToDynamoTable("notes");
                b.HasKey(n => new { n.Id, n.At });
                b.HasPartitionKey(n => $"NOTE#{n.Id}");
                b.HasSortKey(n => $"{n.At:O}#X");
            });
        }
    }
}

using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>An entity type without a key of EF's over items that another one writes: it is only read.</summary>
public sealed class KeylessTests : IDisposable
{
    private readonly EmbeddedStore _store = new();

    public KeylessTests()
    {
        using var writer = new WritingContext(_store);
        writer.Database.EnsureCreated();
        writer.AddRange(
            new Sensor { Name = "roof" }, new Measurement { Place = "roof", Hour = 1, Degrees = 5 }, new Measurement { Place = "roof", Hour = 2, Degrees = 7 });
        writer.SaveChanges();
    }

    [Fact]
    public void It_is_read_by_the_key_of_its_items()
    {
        using var context = new ReadingContext(_store);
        var query = context.Set<Reading>().Where(r => r.Place == "roof" && r.Hour > 1);
        query.ToQueryString().ShouldStartWith("Query Measurements");
        query.Single().Degrees.ShouldBe(7);
        context.Set<Reading>().Where(r => r.Place == "roof").Sum(r => r.Degrees).ShouldBe(12);
        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void Its_navigations_are_included_and_what_they_lead_to_is_tracked()
    {
        using var context = new ReadingContext(_store);
        var readings = context.Set<Reading>().Where(r => r.Place == "roof").Include(r => r.Sensor).ToList();
        readings.Select(r => r.Sensor!.Name).ShouldBe(["roof", "roof"]);
        context.ChangeTracker.Entries().Select(entry => entry.Entity).ShouldBe([readings[0].Sensor]);
    }

    public void Dispose() => _store.Dispose();

    private sealed class Reading
    {
        public string Place { get; set; } = "";
        public int Hour { get; set; }
        public int Degrees { get; set; }
        public Sensor? Sensor { get; set; }
    }

    private sealed class Measurement
    {
        public string Place { get; set; } = "";
        public int Hour { get; set; }
        public int Degrees { get; set; }
    }

    private sealed class Sensor
    {
        public string Name { get; set; } = "";
    }

    private sealed class WritingContext(TestStore store) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(store.ConnectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Measurement>().ToDynamoTable("Measurements").HasKey(m => new { m.Place, m.Hour });
            modelBuilder.Entity<Sensor>().ToDynamoTable("Sensors").HasKey(s => s.Name);
        }
    }

    private sealed class ReadingContext(TestStore store) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(store.ConnectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Reading>(b =>
            {
                b.HasNoKey().ToDynamoTable("Measurements").HasPartitionKey(r => r.Place).HasSortKey(r => r.Hour);
                b.HasOne(r => r.Sensor).WithMany().HasForeignKey(r => r.Place);
            });
            modelBuilder.Entity<Sensor>().ToDynamoTable("Sensors").HasKey(s => s.Name);
        }
    }
}

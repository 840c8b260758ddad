#pragma warning disable MA0169 // what == means to a query is the subject

using EFCore.Dynamo.Query;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>Comparisons of keys in all their forms are key conditions, with values that no key can have too.</summary>
public sealed class KeyConditionTests : IDisposable
{
    private static readonly double[] Levels = [-2.5, -1, 0, 1, 2.5];

    private readonly EmbeddedStore _store = new();
    private readonly LevelContext _context;

    public KeyConditionTests()
    {
        _context = new LevelContext(_store.ConnectionString);
        _context.Database.EnsureCreated();
        _context.AddRange(Levels.Select(l => new Level { Sensor = "s", Value = l, Half = (float)l / 2 }));
        _context.SaveChanges();
        _context.ChangeTracker.Clear();
    }

    public static TheoryData<double> Values
        => [
            double.PositiveInfinity,
            double.NegativeInfinity,
            double.NaN,
            double.MaxValue,
            double.MinValue,
            double.Epsilon,
            -double.Epsilon,
            1e126,
            -1e126,
            1e-131,
            0,
            1,
            1.5,
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Any_number_has_an_answer_as_key_and_as_filter(double value)
    {
        var half = (float)value;
        var levels = _context.Levels.Where(l => l.Sensor == "s");
        Check(levels.Where(l => l.Value == value), l => l == value);
        Check(levels.Where(l => l.Value < value), l => l < value);
        Check(levels.Where(l => l.Value <= value), l => l <= value);
        Check(levels.Where(l => l.Value > value), l => l > value);
        Check(levels.Where(l => l.Value >= value), l => l >= value);
        Check(levels.Where(l => l.Value >= -1 && l.Value <= value), l => l >= -1 && l <= value);
        Check(levels.Where(l => l.Value >= value && l.Value <= 1), l => l >= value && l <= 1);
        Check(levels.Where(l => l.Half == half), l => (float)l / 2 == half);
        Check(levels.Where(l => l.Half != half), l => (float)l / 2 != half);
        Check(levels.Where(l => l.Half < half), l => (float)l / 2 < half);
        Check(levels.Where(l => l.Half >= half), l => (float)l / 2 >= half);
        Check(levels.Where(l => l.Value != value), l => l != value);
        Check(levels.Where(l => new[] { value, 1 }.Contains(l.Value)), l => l == value || l == 1);
        var list = new List<double> { value, 1 };
        Check(levels.Where(l => list.Contains(l.Value)), l => list.Contains(l));
    }

    [Fact]
    public void Keys_are_found_in_composite_comparisons()
    {
        IsPoint(l => new { l.Sensor, l.Value } == new { Sensor = "s", Value = 1.0 });
        var pair = Tuple.Create("s", 1.0);
        IsPoint(l => Tuple.Create(l.Sensor, l.Value) == pair, isFiltered: true);
        var valuePair = ("s", 1.0);
        IsPoint(l => ValueTuple.Create(l.Sensor, l.Value).Equals(valuePair));
    }

    [Fact]
    public void Keys_are_found_as_objects_of_their_own_type_only()
    {
        object one = 1.0;
        IsPoint(l => l.Sensor == "s" && l.Value.Equals(one));
        IsPoint(l => l.Sensor == "s" && Equals(l.Value, one));
        one = 1;
        _context.Levels.Count(l => l.Sensor == "s" && l.Value.Equals(one)).ShouldBe(0);
        _context.Levels.Count(l => l.Sensor == "s" && Equals(one, l.Value)).ShouldBe(0);
        _context.Levels.Count(l => l.Sensor == "s" && l.Half.Equals(one)).ShouldBe(0);
        _context.Levels.Count(l => l.Sensor == "s" && !l.Half.Equals(one)).ShouldBe(5);
    }

    public void Dispose()
    {
        _context.Database.EnsureDeleted();
        _context.Dispose();
        _store.Dispose();
    }

    private static void Check(IQueryable<Level> query, Func<double, bool> condition)
        => query.Select(l => l.Value).ToList().Order().ShouldBe(Levels.Where(condition), query.ToQueryString());

    private void IsPoint(System.Linq.Expressions.Expression<Func<Level, bool>> condition, bool isFiltered = false)
    {
        var query = _context.Levels.Where(condition);
        query.ToAccessPlan().Operation.ShouldBe(AccessOperation.GetItem);
        query.ToAccessPlan().ClientOperators.Length.ShouldBe(isFiltered ? 1 : 0);
        query.Single().Value.ShouldBe(1);
    }

    private sealed class Level
    {
        public string Sensor { get; set; } = "";

        public double Value { get; set; }

        public float Half { get; set; }
    }

    private sealed class LevelContext(string connectionString) : DbContext
    {
        public DbSet<Level> Levels => Set<Level>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Level>(b =>
            {
                b.ToDynamoTable("levels");
                b.HasKey(l => new { l.Sensor, l.Value });
                b.HasPartitionKey(l => l.Sensor);
                b.HasSortKey(l => l.Value);
            });
    }
}

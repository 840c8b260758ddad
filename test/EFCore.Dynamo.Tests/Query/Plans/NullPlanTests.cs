using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Null and missing attributes in keyed reads, whose conditions run on the client, and in scans, whose conditions the service evaluates.</summary>
public sealed class NullPlanTests : IDisposable
{
    private static readonly Guid[] Ids = [Guid.Empty, new("11111111-2222-3333-4444-555555555555")];

    private readonly EmbeddedStore _store = new();
    private readonly PersonContext _context;

    public NullPlanTests()
    {
        _context = new PersonContext(_store.ConnectionString);
        _context.Database.EnsureCreated();
        _context.AddRange(new Person { Id = 1, Tags = ["x"], MaybeTags = ["x"] }, new Person { Id = 2, Email = "a@b", G = Guid.Empty });
        _context.SaveChanges();
        _context.ChangeTracker.Clear();

        // As an item that was written before its class had these properties.
        _store.Client.PutItemAsync(new PutItemRequest
        {
            TableName = "people",
            Item = new ItemBuilder().Add("Id", 3).Build(),
        }).AsTask().GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _context.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void Nothing_is_in_a_collection_that_is_null()
    {
        Find(p => p.MaybeTags!.Contains("x")).ShouldBe([1]);
        Find(p => p.MaybeTags!.Count > 0).ShouldBe([1]);
        Find(p => p.MaybeTags!.Any()).ShouldBe([1]);
        Find(p => p.MaybeTags!.Any(t => t == "x")).ShouldBe([1]);
        Find(p => p.MaybeTags!.Count == 0).ShouldBe([]);
        Find(p => p.MaybeTags!.Where(t => t != "").Count() > 0).ShouldBe([1]);
        Find(p => p.MaybeMap!.ContainsKey("x")).ShouldBe([]);
        Find(p => p.MaybeMap!.Count > 0).ShouldBe([]);
        Find(p => p.Bytes!.Length > 0).ShouldBe([]);
        Find(p => !(p.Bytes!.Length < 0)).ShouldBe([1, 2, 3]);
        Find(p => p.MaybeMap!.Count != 0).ShouldBe([]);
        var none = 0;
        Find(p => p.MaybeMap!.Count != none).ShouldBe([]);
        Find(p => p.Bytes!.Contains((byte)1)).ShouldBe([]);
        Find(p => p.Home.Rooms!.Contains("x")).ShouldBe([]);
        Find(p => !p.MaybeTags!.Contains("x")).ShouldBe([2, 3]);
    }

    [Fact]
    public void A_collection_that_is_never_null_is_empty_where_its_attribute_is_missing()
    {
        var old = _context.People.Single(p => p.Id == 3);
        old.Tags.ShouldBeEmpty();
        old.Map.ShouldBeEmpty();
        old.Numbers.ShouldBeEmpty();
        old.Labels.ShouldBeEmpty();
        old.MaybeTags.ShouldBeNull();
        _context.ChangeTracker.HasChanges().ShouldBeFalse();
        _context.People.Find(3)!.Tags.ShouldBeEmpty();
        Find(p => p.Tags.Count == 0).ShouldBe([2, 3]);
        Find(p => p.Tags.Count < 1 || p.Map.Count > 5).ShouldBe([2, 3]);
        Find(p => p.Tags.Count != 1).ShouldBe([2, 3]);
        Find(p => p.Labels.Count == 0).ShouldBe([1, 2, 3]);
        Find(p => !p.Tags.Any()).ShouldBe([2, 3]);
        Find(p => p.Tags == null).ShouldBe([]);
        Find(p => p.Labels != null).ShouldBe([1, 2, 3]);
        var count = 0;
        Find(p => p.Tags.Count == count).ShouldBe([2, 3]);
    }

    [Fact]
    public void No_list_of_values_contains_a_null()
    {
        Find(p => Ids.Contains(p.G!.Value)).ShouldBe([2]);
        Find(p => !Ids.Contains(p.G!.Value)).ShouldBe([1, 3]);
        Find(p => Ids.Cast<Guid?>().Append(null).ToList().Contains(p.G)).ShouldBe([1, 2, 3]);
        Find(p => new[] { 0, 1 }.Contains(p.Age)).ShouldBe([1, 2]);
        Find(p => p.Age.Equals(0)).ShouldBe([1, 2]);
        Find(p => p.Age.CompareTo(0) == 0).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_null_that_an_index_does_not_hold_is_looked_for_by_the_scan_that_was_allowed()
    {
        var email = Read("a@b");
        CountByEmail(email).ShouldBe(1);
        email = Read(null);
        CountByEmail(email).ShouldBe(2);
        _context.People.AllowScan().Where(p => p.Email == email).Select(p => p.Id).AsEnumerable().Order().ShouldBe([1, 3]);
        _context.People.AllowScan().Where(p => p.Email == email).ToQueryString().ShouldStartWith("Scan people");
        string?[] emails = ["a@b", null];
        _context.People.AllowScan().Count(p => emails.Contains(p.Email)).ShouldBe(3);
    }

    [Fact]
    public void Without_consent_the_null_is_refused()
    {
        var email = Read(null);
        Should.Throw<InvalidOperationException>(() => _context.People.Count(p => p.Email == email)).Message.ShouldContain("call AllowScan()");
    }

    private int CountByEmail(string? email) => _context.People.AllowScan().Count(p => p.Email == email);

    private static string? Read(string? value) => value;

    /// <summary>The people for whom a condition holds, by GetItem, in a scan, and in what a scan returned; all three must say the same.</summary>
    private List<int> Find(System.Linq.Expressions.Expression<Func<Person, bool>> condition)
    {
        List<int> scanned = [.. _context.People.AllowScan().Where(condition).Select(p => p.Id).AsEnumerable().Order()];
        new[] { 1, 2, 3 }.Where(id => _context.People.Where(p => p.Id == id).Any(condition)).ShouldBe(scanned);
        _context.People.AllowScan().Take(9).Where(condition).Select(p => p.Id).AsEnumerable().Order().ShouldBe(scanned);
        return scanned;
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public string? Email { get; set; }

        public int Age { get; set; }

        public Guid? G { get; set; }

        public byte[]? Bytes { get; set; }

        public List<string> Tags { get; set; } = [];

        public List<string>? MaybeTags { get; set; }

        public int[] Numbers { get; set; } = [];

        public HashSet<string> Labels { get; set; } = [];

        public Dictionary<string, int> Map { get; set; } = [];

        public Dictionary<string, int>? MaybeMap { get; set; }

        public Home Home { get; set; } = new();
    }

    private sealed class Home
    {
        public List<string>? Rooms { get; set; }
    }

    private sealed class PersonContext(string connectionString) : DbContext
    {
        public DbSet<Person> People => Set<Person>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Person>(b =>
            {
                b.ToDynamoTable("people");
                b.Property(p => p.Id).ValueGeneratedNever();
                b.HasGlobalSecondaryIndex("by-email").HasPartitionKey(p => p.Email);
                b.ComplexProperty(p => p.Home);
            });
    }
}

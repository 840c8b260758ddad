using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>A converted property is compared by what its converter stores, by the client as by the service.</summary>
public sealed class ConvertedPlanTests : IDisposable
{
    private readonly EmbeddedStore _store = new();
    private readonly UserContext _context;

    public ConvertedPlanTests()
    {
        _context = new UserContext(_store.ConnectionString);
        _context.Database.EnsureCreated();
        _context.AddRange(new User { Name = "Ada", Id = 1, Alias = "Lovelace" }, new User { Name = "Bob", Id = 2 });
        _context.SaveChanges();
        _context.ChangeTracker.Clear();
    }

    public void Dispose()
    {
        _context.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void Values_that_are_stored_alike_are_equal()
    {
        var alias = "LOVELACE";
        Find(u => u.Alias == alias).ShouldBe([1]);
        Find(u => u.Alias == "LoveLace").ShouldBe([1]);
        Find(u => u.Alias != alias).ShouldBe([2]);
        Find(u => u.Alias == null).ShouldBe([2]);
        Find(u => u.Alias!.Equals(alias)).ShouldBe([1]);
    }

    [Fact]
    public void A_list_holds_what_is_stored_like_one_of_its_values()
    {
        string?[] aliases = ["LOVELACE", "lovelace"];
        Find(u => aliases.Contains(u.Alias)).ShouldBe([1]);
        Find(u => new[] { "LOVELACE", "x" }.Contains(u.Alias)).ShouldBe([1]);
        Find(u => aliases.Any(a => a == u.Alias)).ShouldBe([1]);
    }

    [Fact]
    public void Two_values_that_are_one_key_are_read_once()
    {
        string[] names = ["ADA", "ada"];
        _context.Users.Count(u => names.Contains(u.Name)).ShouldBe(1);
        _context.Users.Count(u => u.Name == "ADA" && u.Name == "ada").ShouldBe(1);
    }

    private List<int> Find(System.Linq.Expressions.Expression<Func<User, bool>> condition)
    {
        List<int> scanned = [.. _context.Users.AllowScan().Where(condition).Select(u => u.Id).AsEnumerable().Order()];
        List<int> found =
        [
            .. _context.Users.Where(u => u.Name == "ada" && u.Id == 1).Where(condition).Select(u => u.Id),
            .. _context.Users.Where(u => u.Name == "bob" && u.Id == 2).Where(condition).Select(u => u.Id),
        ];
        found.ShouldBe(scanned);
        _context.Users.AllowScan().Take(9).Where(condition).Select(u => u.Id).AsEnumerable().Order().ShouldBe(scanned);
        return scanned;
    }

    private sealed class User
    {
        public string Name { get; set; } = "";

        public int Id { get; set; }

        public string? Alias { get; set; }
    }

    private sealed class UserContext(string connectionString) : DbContext
    {
        public DbSet<User> Users => Set<User>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<User>(b =>
            {
                b.ToDynamoTable("users");
                b.HasKey(u => new { u.Name, u.Id });
                b.Property(u => u.Name).HasConversion(n => n.ToLowerInvariant(), n => n);
                b.Property(u => u.Alias).HasConversion(n => n!.ToLowerInvariant(), n => n);
            });
    }
}

using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

public abstract class NavigationTests : IDisposable
{
    private readonly TestStore _store;
    private readonly LibraryContext _context;

    protected NavigationTests(TestStore store)
    {
        _store = store;
        _context = new LibraryContext(store.ConnectionString);
        _context.Database.EnsureCreated();
        _context.Add(new Author
        {
            Id = 1,
            Name = "Ursula",
            Home = new Place { City = "Portland" },
            Books = [new Book { AuthorId = 1, Number = 1, Title = "Tehanu" }],
        });
        _context.SaveChanges();
        _context.ChangeTracker.Clear();
    }

    [Fact]
    public void Entities_with_navigations_to_other_items_are_read_without_them()
    {
        var author = _context.Authors.AsNoTracking().Single(a => a.Id == 1);
        author.Home!.City.ShouldBe("Portland");
        author.Books.ShouldBeEmpty();
        _context.Books.Single(b => b.AuthorId == 1 && b.Number == 1).Author.ShouldBeNull();
    }

    [Fact]
    public void Tracked_entities_are_fixed_up()
    {
        var author = _context.Authors.Single(a => a.Id == 1);
        var book = _context.Books.Single(b => b.AuthorId == 1 && b.Number == 1);
        book.Author.ShouldBeSameAs(author);
        author.Books.ShouldBe([book]);
    }

    [Fact]
    public void Including_what_is_part_of_the_item_changes_nothing()
        => _context.Authors.Include(a => a.Home).AsNoTracking().Single(a => a.Id == 1).Home!.City.ShouldBe("Portland");

    [Fact]
    public void Navigations_within_a_partition_are_looked_up()
    {
        var author = _context.Authors.AsNoTracking().Include(a => a.Books).Single(a => a.Id == 1);
        author.Books.ShouldHaveSingleItem().Author.ShouldBeSameAs(author);
        _context.Books.AsNoTracking().Include(b => b.Author).Where(b => b.AuthorId == 1).ToList().ShouldHaveSingleItem().Author!.Name.ShouldBe("Ursula");
        _context.Books.Count(b => b.AuthorId == 1 && b.Author!.Name == "x").ShouldBe(0);
        _context.Books.Count(b => b.AuthorId == 1 && b.Author!.Name == "Ursula").ShouldBe(1);
        _context.Authors.Where(a => a.Id == 1).Select(a => a.Books.Count).ToList().ShouldBe([1]);
    }

    [Fact]
    public void Composite_keys_and_derived_types_are_looked_up()
    {
        _context.AddRange(
            new Note { AuthorId = 1, BookNumber = 1, Line = 1, Text = "dragons" },
            new SignedNote { AuthorId = 1, BookNumber = 1, Line = 2, Text = "names", Signature = "T" });
        _context.SaveChanges();
        _context.ChangeTracker.Clear();

        var author = _context.Authors.Include(a => a.Books).ThenInclude(b => b.Notes).Single(a => a.Id == 1);
        author.Books.ShouldHaveSingleItem().Notes.OrderBy(n => n.Line).Select(n => n.GetType().Name).ShouldBe(["Note", "SignedNote"]);
        _context.Books.Where(b => b.AuthorId == 1)
            .Join(
                _context.Notes,
                b => new { Author = b.AuthorId, b.Number },
                n => new { Author = n.AuthorId, Number = n.BookNumber },
                (b, n) => b.Title + n.Text)
            .ToList().ShouldBe(["Tehanudragons", "Tehanunames"], ignoreOrder: true);
    }

    [Fact]
    public void A_condition_on_a_whole_entity_is_refused_with_the_way_out()
        => Should.Throw<InvalidOperationException>(() => _context.Authors.Where(a => a.Id == 1 && IsKnown(a)).ToList()).Message.ShouldContain("AsEnumerable()");

    [Fact]
    public void Projecting_through_a_method_of_the_program_runs_it()
        => _context.Authors.AsNoTracking().Where(a => a.Id == 1).Select(a => Describe(a)).Single().ShouldBe("Ursula in Portland");

    [Fact]
    public void Bulk_operations_write_an_entity_with_all_that_is_in_its_item()
    {
        _context.Authors.Where(a => a.Id == 1).ExecuteUpdate(s => s.SetProperty(a => a.Name, "x").SetProperty(a => a.Home!.City, "y")).ShouldBe(1);
        _context.Authors.AsNoTracking().Where(a => a.Id == 1).Select(a => a.Name + a.Home!.City).Single().ShouldBe("xy");
        _context.Authors.Where(a => a.Id == 1).ExecuteDelete().ShouldBe(1);
        _context.Authors.AsNoTracking().Any(a => a.Id == 1).ShouldBeFalse();
    }

    public void Dispose()
    {
        _context.Database.EnsureDeleted();
        _context.Dispose();
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    private static bool IsKnown(Author author) => author.Name.Length > 0;

    private static string Describe(Author author) => $"{author.Name} in {author.Home!.City}";

    private sealed class Author
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public Place? Home { get; set; }

        public List<Book> Books { get; set; } = [];
    }

    private sealed class Place
    {
        public string City { get; set; } = "";
    }

    private sealed class Book
    {
        public int AuthorId { get; set; }

        public int Number { get; set; }

        public string Title { get; set; } = "";

        public Author? Author { get; set; }

        public List<Note> Notes { get; set; } = [];
    }

    private class Note
    {
        public int AuthorId { get; set; }

        public int BookNumber { get; set; }

        public int Line { get; set; }

        public string Text { get; set; } = "";
    }

    private sealed class SignedNote : Note
    {
        public string Signature { get; set; } = "";
    }

    private sealed class LibraryContext(string connectionString) : DbContext
    {
        public DbSet<Author> Authors => Set<Author>();

        public DbSet<Book> Books => Set<Book>();

        public DbSet<Note> Notes => Set<Note>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Author>(b =>
            {
                b.ToDynamoTable("library");
                b.HasPartitionKey(a => $"AUTHOR#{a.Id}");
                b.HasSortKey(a => "PROFILE");
                b.OwnsOne(a => a.Home);
                b.HasMany(a => a.Books).WithOne(x => x.Author).HasForeignKey(x => x.AuthorId);
            });
            modelBuilder.Entity<Book>(b =>
            {
                b.ToDynamoTable("library");
                b.HasKey(x => new { x.AuthorId, x.Number });
                b.HasPartitionKey(x => $"AUTHOR#{x.AuthorId}");
                b.HasSortKey(x => $"BOOK#{x.Number:D4}");
                b.HasMany(x => x.Notes).WithOne().HasForeignKey(n => new { n.AuthorId, n.BookNumber });
            });
            modelBuilder.Entity<Note>(b =>
            {
                b.ToDynamoTable("library");
                b.HasKey(n => new { n.AuthorId, n.BookNumber, n.Line });
                b.HasPartitionKey(n => $"AUTHOR#{n.AuthorId}");
                b.HasSortKey(n => $"NOTE#{n.BookNumber:D4}#{n.Line:D4}");
            });
            modelBuilder.Entity<SignedNote>();
        }
    }
}

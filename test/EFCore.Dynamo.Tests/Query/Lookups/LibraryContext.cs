using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Lookups;

public sealed class Author
{
    public required int Id { get; set; }

    public required string Name { get; set; }

    public int? CountryId { get; set; }

    public Country? Country { get; set; }

    public List<Book> Books { get; } = [];
}

public sealed class Country
{
    public required int Id { get; set; }

    public required string Name { get; set; }
}

public sealed class Book
{
    public required string Shelf { get; set; }

    public required int Number { get; set; }

    public required string Title { get; set; }

    public int? AuthorId { get; set; }

    public Author? Author { get; set; }
}

/// <summary>Authors by their id, books on shelves with an index by author, countries by their id: each in a table of its own.</summary>
public sealed class LibraryContext(TestStore store, IDynamoClient? client = null) : DbContext
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Book> Books => Set<Book>();

    public DbSet<Country> Countries => Set<Country>();

    public static async Task CreateAsync(TestStore store)
    {
        await using var context = new LibraryContext(store);
        await context.Database.EnsureCreatedAsync();
        context.AddRange(new Country { Id = 1, Name = "Chile" }, new Country { Id = 2, Name = "Peru" });
        context.AddRange(
            new Author { Id = 1, Name = "Ana", CountryId = 1 },
            new Author { Id = 2, Name = "Ben", CountryId = 2 },
            new Author { Id = 3, Name = "Cleo" },
            new Author { Id = 4, Name = "Dan", CountryId = 99 });
        context.AddRange(
            new Book { Shelf = "a", Number = 1, Title = "One", AuthorId = 1 },
            new Book { Shelf = "a", Number = 2, Title = "Two", AuthorId = 2 },
            new Book { Shelf = "a", Number = 3, Title = "Three" },
            new Book { Shelf = "a", Number = 4, Title = "Four", AuthorId = 1 },
            new Book { Shelf = "b", Number = 1, Title = "Five", AuthorId = 1 },
            new Book { Shelf = "b", Number = 2, Title = "Six", AuthorId = 77 });
        await context.SaveChangesAsync();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => _ = client is null ? optionsBuilder.UseDynamo(store.ConnectionString) : optionsBuilder.UseDynamo(client);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Author>().Property(a => a.Id).ValueGeneratedNever();
        modelBuilder.Entity<Country>().Property(c => c.Id).ValueGeneratedNever();
        modelBuilder.Entity<Book>(book =>
        {
            book.HasKey(b => new { b.Shelf, b.Number });
            book.HasGlobalSecondaryIndex("by-author").HasPartitionKey(b => b.AuthorId).HasSortKey(b => b.Title);
            book.HasOne(b => b.Author).WithMany(a => a.Books).HasForeignKey(b => b.AuthorId);
        });
    }
}

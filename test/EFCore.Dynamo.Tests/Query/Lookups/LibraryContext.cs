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
        context.AddRange(LibraryData.CreateCountries());
        context.AddRange(LibraryData.CreateAuthors());
        context.AddRange(LibraryData.CreateBooks());
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

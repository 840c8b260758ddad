using Microsoft.EntityFrameworkCore;

namespace Movies.Model;

/// <summary>One table, three kinds of items, each an item collection that answers one question with one Query.</summary>
public sealed class MoviesContext(DbContextOptions<MoviesContext> options) : DbContext(options)
{
    public DbSet<Movie> Movies => Set<Movie>();

    public DbSet<Credit> Credits => Set<Credit>();

    public DbSet<GenreRating> GenreRatings => Set<GenreRating>();

    public static MoviesContext Open(string dataDirectory)
        => new(new DbContextOptionsBuilder<MoviesContext>().UseDynamo($"Data Source={dataDirectory}").Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Movie>(movie =>
        {
            movie.ToDynamoTable("movies");
            movie.HasPartitionKey(m => $"YEAR#{m.Year}");
            movie.HasSortKey(m => $"TITLE#{m.Title}");
            movie.ComplexProperty(m => m.Info);
        });

        modelBuilder.Entity<Credit>(credit =>
        {
            credit.ToDynamoTable("movies");
            credit.HasPartitionKey(c => $"ACTOR#{c.Actor}");
            credit.HasSortKey(c => $"FILM#{c.Year:D4}#{c.Title}");
        });

        modelBuilder.Entity<GenreRating>(rating =>
        {
            rating.ToDynamoTable("movies");
            rating.HasPartitionKey(r => $"GENRE#{r.Genre}");
            rating.HasSortKey(r => $"RATED#{r.PointsMissed:D3}#{r.Year:D4}#{r.Title}");
        });
    }
}

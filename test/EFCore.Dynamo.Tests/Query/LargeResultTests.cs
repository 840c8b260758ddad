using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>Results of several megabytes: pages end and their memory is used again.</summary>
public abstract class LargeResultTests : IDisposable
{
    private const int Count = 60;

    private readonly TestStore _store;
    private readonly LargeContext _keeper;

    protected LargeResultTests(TestStore store)
    {
        _store = store;
        _keeper = new LargeContext(_store.ConnectionString);
        _keeper.Database.EnsureCreated();
        for (var i = 0; i < Count; i++)
        {
            _keeper.Add(new Document { Shelf = 1, Number = i, Text = new string((char)('a' + i % 26), 100_000), Rank = Count - i });
            if (i % 20 == 19)
            {
                _keeper.SaveChanges();
                _keeper.ChangeTracker.Clear();
            }
        }
    }

    [Fact]
    public async Task Every_page_is_read_and_every_row_is_its_own()
    {
        using var context = new LargeContext(_store.ConnectionString);
        var documents = await context.Documents.AsNoTracking().Where(d => d.Shelf == 1).ToListAsync();
        documents.Select(d => d.Number).ShouldBe(Enumerable.Range(0, Count));
        documents.ShouldAllBe(d => d.Text.Length == 100_000 && d.Text[0] == (char)('a' + d.Number % 26) && d.Text[99_999] == d.Text[0]);
    }

    [Fact]
    public void Rows_that_are_sorted_on_the_client_outlive_their_pages()
    {
        using var context = new LargeContext(_store.ConnectionString);
        var documents = context.Documents.Where(d => d.Shelf == 1).OrderBy(d => d.Rank).Take(50).ToList();
        documents.Select(d => d.Number).ShouldBe(Enumerable.Range(10, 50).Reverse());
        documents.ShouldAllBe(d => d.Text[0] == (char)('a' + d.Number % 26));
        context.Documents.AsNoTracking().Where(d => d.Shelf == 1).Take(40).Reverse().Select(d => d.Text.Substring(0, 1)).AsEnumerable().First().ShouldBe("n");
    }

    [Fact]
    public void Client_filters_and_aggregates_run_over_all_pages()
    {
        using var context = new LargeContext(_store.ConnectionString);
        context.Documents.AsNoTracking().Where(d => d.Shelf == 1 && d.Number % 7 == 0).ToList().Select(d => d.Text[5] - 'a').ShouldBe(
            Enumerable.Range(0, Count).Where(i => i % 7 == 0).Select(i => i % 26));
        context.Documents.Where(d => d.Shelf == 1).Sum(d => d.Rank).ShouldBe(Count * (Count + 1) / 2);
        context.Documents.Where(d => d.Shelf == 1).Max(d => d.Text.Substring(0, 1)).ShouldBe("z");
        context.Documents.Count(d => d.Shelf == 1).ShouldBe(Count);
        context.Documents.Where(d => d.Shelf == 1).Select(d => d.Text.Substring(0, 1)).Distinct().Count().ShouldBe(26);
    }

    public void Dispose()
    {
        _keeper.Database.EnsureDeleted();
        _keeper.Dispose();
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Document
    {
        public int Shelf { get; set; }

        public int Number { get; set; }

        public string Text { get; set; } = "";

        public int Rank { get; set; }
    }

    private sealed class LargeContext(string connectionString) : DbContext
    {
        public DbSet<Document> Documents => Set<Document>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Document>(b =>
            {
                b.ToDynamoTable("documents");
                b.HasKey(d => new { d.Shelf, d.Number });
                b.HasPartitionKey(d => d.Shelf);
                b.HasSortKey(d => d.Number);
            });
    }
}

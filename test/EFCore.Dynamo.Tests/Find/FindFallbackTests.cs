using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Tests.Update;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Find;

/// <summary>Where Find must be a query.</summary>
public abstract class FindFallbackTests(TestStore store) : IDisposable
{
    private readonly StoredShop _shop = new(store);

    public void Dispose()
    {
        _shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_query_filter_hides_what_it_excludes()
    {
        using var context = new FilteredContext(_shop.Client);
        context.Database.EnsureCreated();
        context.AddRange(new Note { Id = 1, IsHidden = true }, new Note { Id = 2 });
        context.SaveChanges();
        context.ChangeTracker.Clear();

        context.Find<Note>(1).ShouldBeNull();
        context.Find<Note>(2).ShouldNotBeNull();
    }

    [Fact]
    public void A_context_that_does_not_track_finds_without_tracking()
    {
        using var context = _shop.CreateContext();
        context.Add(new Product { Id = 1, Name = "x" });
        context.SaveChanges();
        context.ChangeTracker.Clear();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        context.Products.Find(1)!.Name.ShouldBe("x");

        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void An_ef_key_that_is_smaller_than_the_item_key_needs_an_index_and_says_so()
    {
        using var context = _shop.CreateContext();

        var error = Should.Throw<InvalidOperationException>(() => context.Orders.Find(1));

        error.Message.ShouldContain("Order");
    }

    private sealed class Note
    {
        public int Id { get; set; }

        public bool IsHidden { get; set; }
    }

    private sealed class FilteredContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Note>(b =>
            {
                b.ToDynamoTable("notes");
                b.HasQueryFilter(note => !note.IsHidden);
            });
    }
}

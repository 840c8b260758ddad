using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>Orders, limits and pages of rows that are looked up for: those of the first source are the service's.</summary>
public abstract class LookupOrderTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => LibraryContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_order_and_a_limit_of_the_rows_go_to_the_service()
    {
        await using var context = new LibraryContext(store);
        var query = context.Books.Where(b => b.Shelf == "a").Include(b => b.Author).OrderByDescending(b => b.Number).Skip(1).Take(2);

        (await query.MaxItemsRead(4).ToListAsync()).Select(b => (b.Number, b.Author?.Name)).ShouldBe([(3, null), (2, "Ben")]);
        query.ToQueryString().ShouldBe(
            """
            Query Books  Shelf = "a"  descending, limit 1 + 2
              client: skip 1
              client: take 2
              left lookup of Author, for the distinct values of up to 256 rows at a time:
                BatchGetItem Authors  Id = @row1.AuthorId
            """);
        (await context.Books.Where(b => b.Shelf == "a").Include(b => b.Author!.Country).OrderBy(b => b.Number).LastAsync()).Author!.Country!.Name.ShouldBe("Chile");
    }

    [Fact]
    public async Task A_limit_of_rows_with_collections_does_too()
    {
        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var books = await context.Books.AsNoTrackingWithIdentityResolution().Where(b => b.Shelf == "a").OrderBy(b => b.Number).Include(b => b.Author!.Books).Take(1)
            .ToListAsync();
        books.ShouldHaveSingleItem().Author!.Books.Count.ShouldBe(3);
        client.Reads.ShouldBe(["Query", "GetItem", "Query"]);
    }

    [Fact]
    public async Task A_limit_stays_behind_what_leaves_rows_out_or_makes_more_of_them()
    {
        await using var context = new LibraryContext(store);
        var shelf = context.Books.Where(b => b.Shelf == "a").OrderBy(b => b.Number);
        (await shelf.Join(context.Authors, b => b.AuthorId, a => a.Id, (b, a) => b.Title).Skip(2).Take(1).ToListAsync()).ShouldBe(["Four"]);
        (await shelf.Where(b => b.Author!.Name == "Ana").Take(2).Select(b => b.Title).ToListAsync()).ShouldBe(["One", "Four"]);
        (await shelf.LeftJoin(context.Books, b => b.AuthorId, o => o.AuthorId, (b, o) => b.Number).Take(4).ToListAsync()).ShouldBe([1, 1, 1, 2]);
        (await shelf.Take(3).Where(b => b.Author!.Name == "Ana").Select(b => b.Title).ToListAsync()).ShouldBe(["One"]);
    }

    [Fact]
    public async Task Orders_by_both_sources_are_one_sort()
    {
        await using var context = new LibraryContext(store);
        var books = context.Books.Where(b => b.Shelf == "a");
        (await books.OrderBy(b => b.Shelf).ThenByDescending(b => b.Author!.Name).ThenBy(b => b.Number).Select(b => b.Title).ToListAsync())
            .ShouldBe(["Two", "One", "Four", "Three"]);
        (await books.OrderBy(b => b.Author!.Name).ThenByDescending(b => b.Number).Select(b => b.Title).ToListAsync())
            .ShouldBe(["Three", "Four", "One", "Two"]);
        IQueryable<Book> descending = books.OrderByDescending(b => b.Number);
        (await descending.OrderBy(b => b.Author!.Name).Select(b => b.Title).ToListAsync())
            .ShouldBe(["Three", "Four", "One", "Two"]);
        IQueryable<Book> byName = books.OrderBy(b => b.Author!.Name);
        (await byName.OrderBy(b => b.Shelf).Select(b => b.Title).ToListAsync()).ShouldBe(["Three", "One", "Four", "Two"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Pages_of_rows_with_references_and_collections_go_on_where_the_rows_do(int pageSize)
    {
        await using var context = new LibraryContext(store);
        var query = context.Books.AsNoTrackingWithIdentityResolution().Where(b => b.Shelf == "a").Include(b => b.Author!.Books);
        var books = new List<Book>();
        string? continuation = null;
        do
        {
            var page = await query.ToPageAsync(pageSize, continuation);
            books.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        books.Select(b => (b.Number, b.Author?.Books.Count)).ShouldBe([(1, 3), (2, 1), (3, null), (4, 3)]);
        (await context.Books.Where(b => b.Shelf == "a" && b.Author!.Name == "Ana").ToPageAsync(1)).Items.ShouldHaveSingleItem().Number.ShouldBe(1);
        var multiplied = context.Books.Where(b => b.Shelf == "a").Join(context.Books, b => b.AuthorId, o => o.AuthorId, (b, o) => o.Title);
        await Should.ThrowAsync<InvalidOperationException>(() => multiplied.ToPageAsync(pageSize));
    }
}

public sealed class EmbeddedLookupOrderTests() : LookupOrderTests(new EmbeddedStore());

public sealed class HttpLookupOrderTests() : LookupOrderTests(new HttpStore());

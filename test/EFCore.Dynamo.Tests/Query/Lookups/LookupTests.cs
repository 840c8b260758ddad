using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>Queries over several sources.</summary>
public abstract class LookupTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => LibraryContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_join_looks_the_second_side_up_by_its_keys()
    {
        await using var context = new LibraryContext(store);
        var query = context.Books.Where(b => b.Shelf == "a")
            .Join(context.Authors, b => b.AuthorId, a => a.Id, (b, a) => new { b.Title, a.Name });

        (await query.ToListAsync()).Select(x => $"{x.Title} by {x.Name}").ShouldBe(["One by Ana", "Two by Ben", "Four by Ana"]);
        query.ToQueryString().ShouldBe(
            """
            Query Books  Shelf = "a"
              project Title, AuthorId
              inner lookup of Author, for the distinct values of up to 256 rows at a time:
                BatchGetItem Authors  Id = @row1.AuthorId
            """);
    }

    [Fact]
    public async Task Entities_of_two_sources_are_equal_by_their_keys()
    {
        await using var context = new LibraryContext(store);
        var pairs = context.Books.Where(b => b.Shelf == "a").Join(context.Authors, b => b.AuthorId, a => a.Id, (b, a) => new { Book = b, Author = a });

        (await pairs.Where(p => p.Book.Author == p.Author).Select(p => p.Book.Title).ToListAsync()).ShouldBe(["One", "Two", "Four"]);
        (await pairs.Where(p => p.Book.Author != p.Author).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Equal_values_are_looked_up_once_and_items_in_one_request()
    {
        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        await context.Books.Where(b => b.Shelf == "a").Include(b => b.Author!.Country).ToListAsync();
        client.Reads.ShouldBe(["Query", "BatchGetItem", "BatchGetItem"]);

        client.Reads.Clear();
        await context.Authors.Where(a => a.Id == 1).Include(a => a.Books).ToListAsync();
        client.Reads.ShouldBe(["GetItem", "Query"]);
    }

    [Fact]
    public async Task A_source_that_no_value_is_a_key_of_is_read_once_with_consent()
    {
        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var query = context.Authors.Where(a => a.Id == 1 || a.Id == 2).Join(context.Books, a => a.Name, b => b.Title, (a, b) => b.Number);
        (await Should.ThrowAsync<InvalidOperationException>(() => query.ToListAsync())).Message.ShouldContain("would read all of table 'Books'");

        client.Reads.Clear();
        (await context.Authors.AllowScan().Join(context.Books, a => a.Id, b => b.Number, (a, b) => a.Name + b.Title).OrderBy(x => x).ToListAsync())
            .ShouldBe(["AnaFive", "AnaOne", "BenSix", "BenTwo", "CleoThree", "DanFour"]);
        client.Reads.ShouldBe(["Scan", "Scan"]);
    }

    [Fact]
    public async Task More_values_than_a_window_and_a_request_take_are_all_found()
    {
        await using (var writer = new LibraryContext(store))
        {
            writer.AddRange(Enumerable.Range(1000, 300).Select(i => new Author { Id = i, Name = $"n{i}" }));
            writer.AddRange(Enumerable.Range(1000, 300).Select(i => new Book { Shelf = "long", Number = i, Title = $"t{i}", AuthorId = i }));
            writer.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            await writer.SaveChangesAsync();
        }

        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var names = await context.Books.Where(b => b.Shelf == "long").Select(b => new { b.Number, b.Author!.Name }).ToListAsync();

        names.Count.ShouldBe(300);
        names.ShouldAllBe(x => x.Name == $"n{x.Number}");
        client.Reads.Count(r => r == "BatchGetItem").ShouldBe(4);
    }

    [Fact]
    public async Task What_is_looked_up_for_the_elements_of_groups_is_looked_up_before_they_are_grouped()
    {
        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        int[] ids = [1, 2, 3];
        var query = context.Authors.Where(a => ids.Contains(a.Id)).GroupBy(a => a.CountryId)
            .Select(g => new { g.Key, Authors = g.Count(), WithBooks = g.Count(a => a.Books.Any()), Books = g.Sum(a => a.Books.Count) });

        (await query.ToListAsync()).OrderBy(x => x.Key).Select(x => (x.Key, x.Authors, x.WithBooks, x.Books))
            .ShouldBe([(null, 1, 0, 0), (1, 1, 1, 3), (2, 1, 1, 1)]);
        client.Reads.Count(r => r == "BatchGetItem").ShouldBe(1);
        client.Reads.Count(r => r == "Query").ShouldBe(6); // one for each of three authors, for each of both conditions
    }

    [Fact]
    public async Task Rows_of_a_join_are_distinct_when_their_entities_are()
    {
        await using var context = new LibraryContext(store);
        int[] ids = [1, 2, 3];
        var query = context.Authors.Where(a => ids.Contains(a.Id)).Join(context.Books, a => a.Id, b => b.AuthorId!.Value, (a, b) => a.Name).Distinct();

        (await query.ToListAsync()).Order().ShouldBe(["Ana", "Ben"]);
    }

    [Fact]
    public async Task A_limit_on_items_read_counts_those_of_every_source()
    {
        await using var context = new LibraryContext(store);
        var query = context.Books.Where(b => b.Shelf == "a").Include(b => b.Author);
        (await query.MaxItemsRead(6).ToListAsync()).Count.ShouldBe(4);
        (await Should.ThrowAsync<InvalidOperationException>(() => query.MaxItemsRead(5).ToListAsync())).Message.ShouldContain("MaxItemsRead");
    }

    [Fact]
    public async Task An_order_a_sum_and_a_test_of_all_may_use_a_collection()
    {
        await using var context = new LibraryContext(store);
        int[] ids = [1, 2, 3];
        var authors = context.Authors.Where(a => ids.Contains(a.Id));
        (await authors.OrderByDescending(a => a.Books.Count).Select(a => a.Name).ToListAsync()).ShouldBe(["Ana", "Ben", "Cleo"]);
        (await authors.SumAsync(a => a.Books.Count)).ShouldBe(4);
        (await authors.AllAsync(a => a.Books.Count > 0)).ShouldBeFalse();
        (await authors.AllAsync(a => a.Books.Count < 4)).ShouldBeTrue();
        (await authors.CountAsync(a => a.Books.Any())).ShouldBe(2);
        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limit_is_each_owners_whatever_the_collection_is_read_by()
    {
        await using var context = new LibraryContext(store);
        int[] ids = [1, 2];
        var authors = await context.Authors.AsNoTracking().Where(a => ids.Contains(a.Id)).AllowScan()
            .Include(a => a.Books.Where(b => b.Shelf == "a" && b.Number < 9).OrderByDescending(b => b.Number).Take(1)).ToListAsync();

        authors.OrderBy(a => a.Id).Select(a => a.Books.Single().Title).ShouldBe(["Four", "Two"]);
    }

    [Fact]
    public async Task A_projected_collection_may_use_its_owner()
    {
        await using var context = new LibraryContext(store);
        int[] ids = [1, 2];
        var titles = await context.Authors.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, Titles = a.Books.Select(b => b.Title + a.Name + a.Id).ToList() }).ToListAsync();

        titles.OrderBy(a => a.Id).Select(a => string.Join(",", a.Titles.Order())).ShouldBe(["FiveAna1,FourAna1,OneAna1", "TwoBen2"]);
    }

    [Fact]
    public async Task A_left_join_keeps_rows_that_find_nothing()
    {
        await using var context = new LibraryContext(store);
        var query = context.Books.Where(b => b.Shelf == "a").LeftJoin(
            context.Authors, b => b.AuthorId, a => a.Id, (b, a) => new { b.Title, Name = a == null ? null : a.Name });

        (await query.ToListAsync()).Select(x => $"{x.Title} by {x.Name}").ShouldBe(["One by Ana", "Two by Ben", "Three by ", "Four by Ana"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Include_of_a_reference_connects_both(bool tracks)
    {
        await using var context = new LibraryContext(store);
        var source = tracks ? context.Books.AsTracking() : context.Books.AsNoTracking();
        var books = await source.Include(b => b.Author).Where(b => b.Shelf == "b").ToListAsync();

        books.Select(b => b.Author?.Name).ShouldBe(["Ana", null]);
        context.ChangeTracker.Entries().Count().ShouldBe(tracks ? 3 : 0);
    }

    [Fact]
    public async Task A_chain_of_references_is_included_level_by_level()
    {
        await using var context = new LibraryContext(store);
        var books = await context.Books.Include(b => b.Author!.Country).Where(b => b.Shelf == "a").ToListAsync();

        books.Select(b => b.Author?.Country?.Name).ShouldBe(["Chile", "Peru", null, "Chile"]);
    }

    [Fact]
    public async Task A_condition_on_a_reference_is_looked_up()
    {
        await using var context = new LibraryContext(store);
        var titles = await context.Books.Where(b => b.Shelf == "a" && b.Author!.Country!.Name == "Chile").Select(b => b.Title).ToListAsync();

        titles.ShouldBe(["One", "Four"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Include_of_a_collection_connects_both_ways(bool tracks)
    {
        await using var context = new LibraryContext(store);
        var source = tracks ? context.Authors.AsTracking() : context.Authors.AsNoTracking();
        var authors = await source.Include(a => a.Books).Where(a => a.Id == 1 || a.Id == 3).ToListAsync();

        authors.OrderBy(a => a.Id).Select(a => string.Join(",", a.Books.Select(b => b.Title).Order())).ShouldBe(["Five,Four,One", ""]);
        authors.SelectMany(a => a.Books).ShouldAllBe(b => b.Author!.Id == 1);
    }

    [Fact]
    public async Task A_filtered_include_has_its_order_and_limit_for_each_owner()
    {
        await using var context = new LibraryContext(store);
        int[] ids = [1, 2, 3];
        var query = context.Authors.Where(a => ids.Contains(a.Id)).Include(a => a.Books.Where(b => b.Shelf == "a").OrderByDescending(b => b.Title).Take(1));

        (await query.ToListAsync()).OrderBy(a => a.Id).Select(a => a.Books.SingleOrDefault()?.Title).ShouldBe(["One", "Two", null]);
    }

    [Fact]
    public async Task Collections_are_projected_and_counted()
    {
        await using var context = new LibraryContext(store);
        var authors = await context.Authors.Where(a => a.Id == 1 || a.Id == 2 || a.Id == 3)
            .Select(a => new { a.Id, Titles = a.Books.OrderBy(b => b.Title).Select(b => b.Title).ToList(), Count = a.Books.Count() })
            .ToListAsync();

        authors.OrderBy(a => a.Id).Select(a => $"{string.Join(",", a.Titles)} {a.Count}").ShouldBe(["Five,Four,One 3", "Two 1", " 0"]);
    }

    [Fact]
    public async Task A_condition_asks_whether_a_collection_has_some()
    {
        await using var context = new LibraryContext(store);
        int[] ids = [1, 2, 3];
        var names = await context.Authors.Where(a => ids.Contains(a.Id) && a.Books.Any(b => b.Shelf == "b")).Select(a => a.Name).ToListAsync();

        names.ShouldBe(["Ana"]);
        (await context.Authors.Where(a => ids.Contains(a.Id) && context.Books.Any(b => b.AuthorId == a.Id)).Select(a => a.Name).ToListAsync())
            .ShouldBe(["Ana", "Ben"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_chain_of_collections_is_included_level_by_level()
    {
        await using var context = new LibraryContext(store);
        var books = await context.Books.Include(b => b.Author!.Books).Where(b => b.Shelf == "b").ToListAsync();

        books[0].Author!.Books.Select(b => b.Title).Order().ShouldBe(["Five", "Four", "One"]);
    }
}


using EFCore.Dynamo.Tests.Query.Lookups;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Includes;

/// <summary>What the queries cost that people write most.</summary>
public abstract class RequestCountTests(TestStore store) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await WarehouseContext.CreateAsync(store);
        await LibraryContext.CreateAsync(store);
    }

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Of_one_partition()
    {
        await ExpectAsync(c => c.Customers.Where(x => x.Id == 1).Include(x => x.Orders), "Query");
        await ExpectAsync(c => c.Orders.Where(o => o.CustomerId == 1).Include(o => o.Customer), "Query");
        await ExpectAsync(c => c.Customers.Where(x => x.Id == 1).Include(x => x.Orders).ThenInclude(o => o.Courier), "Query", "BatchGetItem");
        await ExpectAsync(c => c.Orders.Where(o => o.CustomerId == 1 && o.Courier!.Name == "Fast"), "Query", "BatchGetItem");
        await ExpectAsync(c => c.Customers.Where(x => x.Id == 1).Select(x => new { x.Name, Count = x.Orders.Count() }), "Query");
    }

    [Fact]
    public async Task Of_a_condition_on_what_is_referred_to_alone()
    {
        // Nothing says which orders to read.
        await using var context = new WarehouseContext(store);
        var query = context.Orders.Where(o => o.Courier!.Name == "Fast");
        (await Should.ThrowAsync<InvalidOperationException>(() => query.ToListAsync())).Message.ShouldContain("would read all of table 'warehouse'");
    }

    [Fact]
    public async Task Of_three_levels_over_a_hundred_parents()
    {
        await using (var writer = new LibraryContext(store))
        {
            writer.AddRange(Enumerable.Range(1, 50).Select(i => new Lookups.Country { Id = 1000 + i, Name = $"k{i}" }));
            writer.AddRange(Enumerable.Range(1, 100).Select(i => new Author { Id = 1000 + i, Name = $"n{i}", CountryId = 1001 + (i % 50) }));
            writer.AddRange(Enumerable.Range(1, 100).Select(i => new Book { Shelf = "long", Number = i, Title = $"t{i}", AuthorId = 1000 + i }));
            writer.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            await writer.SaveChangesAsync();
        }

        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var books = await context.Books.Where(b => b.Shelf == "long").Include(b => b.Author!.Country).ToListAsync();
        books.ShouldAllBe(b => b.Author!.Country!.Id == b.Author.CountryId);
        client.Reads.ShouldBe(["Query", "BatchGetItem", "BatchGetItem"]);
    }

    private async Task ExpectAsync<T>(Func<WarehouseContext, IQueryable<T>> query, params string[] requests)
    {
        var client = new CountingClient(store.Client);
        await using var context = new WarehouseContext(store, client);
        (await query(context).ToListAsync()).ShouldNotBeEmpty();
        client.Reads.ShouldBe(requests);
    }
}

public sealed class EmbeddedRequestCountTests() : RequestCountTests(new EmbeddedStore());

public sealed class HttpRequestCountTests() : RequestCountTests(new HttpStore());

using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>To which sources of a query its markers belong.</summary>
public abstract class MarkerTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => LibraryContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Two_sources_of_one_table_are_read_with_different_consistency()
    {
        var client = new ConsistencyClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var query = context.Authors.Where(a => a.Id == 1)
            .Join(context.Authors.WithConsistentRead(), a => a.Id + 1, a => a.Id, (one, other) => one.Name + other.Name);

        (await query.ToListAsync()).ShouldBe(["AnaBen"]);
        client.Reads.ShouldBe([("Authors", false), ("Authors", true)]);
        query.ToQueryString().ShouldBe(
            """
            GetItem Authors  Id = 1
              project Name, Id
              inner lookup of Author, for the distinct values of up to 256 rows at a time:
                BatchGetItem Authors  Id = @row1.key  consistent
            """);
    }

    [Fact]
    public async Task A_marker_at_the_end_holds_for_all_sources()
    {
        var client = new ConsistencyClient(store.Client);
        await using var context = new LibraryContext(store, client);
        await context.Books.Where(b => b.Shelf == "a").Include(b => b.Author!.Country).WithConsistentRead().ToListAsync();

        client.Reads.ShouldBe([("Books", true), ("Authors", true), ("Countries", true)]);
    }

    [Fact]
    public async Task Consent_to_a_scan_is_given_for_one_source()
    {
        await using var context = new LibraryContext(store);
        var authors = context.Authors.Where(a => a.Id == 1);
        (await authors.Join(context.Books.AllowScan(), a => a.Id, b => b.Number, (a, b) => b.Title).Order().ToListAsync()).ShouldBe(["Five", "One"]);
        (await authors.Select(a => context.Books.AllowScan().Where(b => b.Number == a.Id).Count()).ToListAsync()).ShouldBe([2]);

        var outerScan = context.Authors.Join(context.Books.AllowScan(), a => a.Id, b => b.Number, (a, b) => b.Title);
        (await Should.ThrowAsync<InvalidOperationException>(() => outerScan.ToListAsync())).Message.ShouldContain("would read all of table 'Authors'");
    }

    [Fact]
    public async Task A_bound_on_items_is_one_sources_and_within_that_of_the_query()
    {
        await using var context = new LibraryContext(store);
        var books = context.Books.Where(b => b.Shelf == "a");
        var names = books.Join(context.Authors.MaxItemsRead(2), b => b.AuthorId, a => a.Id, (b, a) => a.Name);
        (await names.ToListAsync()).Count.ShouldBe(3);
        (await names.MaxItemsRead(6).ToListAsync()).Count.ShouldBe(3);
        (await Should.ThrowAsync<InvalidOperationException>(() => names.MaxItemsRead(5).ToListAsync())).Message.ShouldContain("5");

        var tooMany = books.Join(context.Authors.MaxItemsRead(1), b => b.AuthorId, a => a.Id, (b, a) => a.Name);
        (await Should.ThrowAsync<InvalidOperationException>(() => tooMany.ToListAsync())).Message.ShouldContain(
            "more than 1 items, its MaxItemsRead: GetItem Authors");
    }

    private sealed class ConsistencyClient(IDynamoClient client) : DelegatingDynamoClient(client)
    {
        public List<(string Table, bool IsConsistent)> Reads { get; } = [];

        public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        {
            Reads.Add((request.TableName!, request.ConsistentRead));
            return base.GetItemAsync(request, cancellationToken);
        }

        public override ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        {
            Reads.AddRange(request.RequestItems!.Select(table => (table.Key, table.Value.ConsistentRead)));
            return base.BatchGetItemAsync(request, cancellationToken);
        }

        public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        {
            Reads.Add((request.TableName!, request.ConsistentRead));
            return base.QueryAsync(request, cancellationToken);
        }
    }
}

public sealed class EmbeddedMarkerTests() : MarkerTests(new EmbeddedStore());

public sealed class HttpMarkerTests() : MarkerTests(new HttpStore());

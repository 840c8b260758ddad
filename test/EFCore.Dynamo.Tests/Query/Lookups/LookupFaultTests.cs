using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>Lookups where something is in the way.</summary>
public abstract class LookupFaultTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => LibraryContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_navigation_without_an_index_is_refused_with_the_index_that_it_needs()
    {
        await using var context = new UnindexedContext(store);
        var query = context.Set<Author>().Where(a => a.Id == 1).Include(a => a.Books);
        (await Should.ThrowAsync<InvalidOperationException>(() => query.ToListAsync())).Message.ShouldStartWith(
            "The query for 'Book' has conditions on AuthorId, which bind no partition key, so it would read all of table 'Books': add an equality on Shelf "
            + "(the table's partition key), declare HasGlobalSecondaryIndex(\"by-AuthorId\").HasPartitionKey(x => x.AuthorId) on 'Book'");
        (await query.AllowScan().SingleAsync()).Books.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Too_many_keys_end_at_the_bound_on_items()
    {
        await using (var writer = new LibraryContext(store))
        {
            writer.AddRange(Enumerable.Range(1000, 600).Select(i => new Author { Id = i, Name = $"n{i}" }));
            writer.AddRange(Enumerable.Range(1000, 600).Select(i => new Book { Shelf = "long", Number = i, Title = $"t{i}", AuthorId = i }));
            writer.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            await writer.SaveChangesAsync();
        }

        var client = new CountingClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var query = context.Books.Where(b => b.Shelf == "long").Include(b => b.Author).MaxItemsRead(650);
        (await Should.ThrowAsync<InvalidOperationException>(() => query.ToListAsync())).Message.ShouldContain("more than 650 items");
        client.Reads.ShouldBe(["Query", "BatchGetItem"]);
    }

    [Fact]
    public async Task Batches_that_are_answered_in_parts_are_asked_for_the_rest()
    {
        var client = new FaultClient(store.Client) { AnswersOneKeyAtATime = true };
        await using var context = new LibraryContext(store, client);
        var books = await context.Books.Where(b => b.Shelf == "a").Include(b => b.Author!.Country).ToListAsync();
        books.Select(b => b.Author?.Country?.Name).ShouldBe(["Chile", "Peru", null, "Chile"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_round_can_be_cancelled(int round)
    {
        using var cancellation = new CancellationTokenSource();
        var client = new FaultClient(store.Client) { CancelsAt = round, Cancellation = cancellation };
        await using var context = new LibraryContext(store, client);
        var query = context.Books.Where(b => b.Shelf == "a").Include(b => b.Author!.Country);
        await Should.ThrowAsync<OperationCanceledException>(() => query.ToListAsync(cancellation.Token));
        client.Requests.ShouldBe(round);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_round_that_is_throttled_fails_the_query(int round)
    {
        var client = new FaultClient(store.Client) { ThrottlesAt = round };
        await using var context = new LibraryContext(store, client);
        var query = context.Books.Where(b => b.Shelf == "a").Include(b => b.Author!.Country);
        await Should.ThrowAsync<ProvisionedThroughputExceededException>(() => query.ToListAsync());
        context.ChangeTracker.Entries().ShouldBeEmpty();
        (await query.ToListAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Pages_of_one_item_are_all_read()
    {
        await using var context = new LibraryContext(store, new FaultClient(store.Client) { HasPagesOfOne = true });
        int[] ids = [1, 2, 3];
        var authors = await context.Authors.AsNoTracking().Where(a => ids.Contains(a.Id)).Include(a => a.Books.OrderBy(b => b.Title)).ToListAsync();
        authors.OrderBy(a => a.Id).Select(a => string.Join(",", a.Books.Select(b => b.Title))).ShouldBe(["Five,Four,One", "Two", ""]);
        (await context.Books.Where(b => b.Shelf == "a").Include(b => b.Author).ToListAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_an_index_still_has_is_there_and_its_missing_principal_is_not()
    {
        var client = new FaultClient(store.Client);
        await using var context = new LibraryContext(store, client);
        var query = context.Books.AsNoTracking().Where(b => b.AuthorId == 2).Include(b => b.Author);
        (await query.SingleAsync()).Author!.Name.ShouldBe("Ben");
        client.RepeatsQueries = true;
        await store.Client.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = "Books",
            Key = Item.Create(("Shelf", AttributeValue.FromString("a")), ("Number", AttributeValue.FromNumber(2))),
        });
        await store.Client.DeleteItemAsync(new DeleteItemRequest { TableName = "Authors", Key = Item.Create(("Id", AttributeValue.FromNumber(2))) });

        var book = await query.SingleAsync();
        (book.Title, book.Author).ShouldBe(("Two", null));
    }

    [Theory]
    [InlineData("text")]
    [InlineData(null)]
    public async Task A_foreign_key_of_the_wrong_type_is_an_error_and_a_null_one_finds_nothing(string? text)
    {
        await store.Client.PutItemAsync(new PutItemRequest
        {
            TableName = "Books",
            Item = Item.Create(
                ("Shelf", AttributeValue.FromString("odd")),
                ("Number", AttributeValue.FromNumber(1)),
                ("Title", AttributeValue.FromString("Odd")),
                ("Country", text is null ? AttributeValue.Null : AttributeValue.FromString(text))),
        });
        await using var context = new OddContext(store);
        var query = context.Set<OddBook>().AsNoTracking().Where(b => b.Shelf == "odd").Include(b => b.Country);
        if (text is null)
        {
            (await query.SingleAsync()).Country.ShouldBeNull();
        }
        else
        {
            (await Should.ThrowAsync<InvalidOperationException>(() => query.ToListAsync())).Message.ShouldContain("OddBook.CountryId");
        }
    }

    private sealed class OddBook
    {
        public string Shelf { get; set; } = "";

        public int Number { get; set; }

        public int? CountryId { get; set; }

        public Country? Country { get; set; }
    }

    private sealed class OddContext(TestStore store) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(store.ConnectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Country>().ToDynamoTable("Countries");
            modelBuilder.Entity<OddBook>(book =>
            {
                book.ToDynamoTable("Books");
                book.HasKey(b => new { b.Shelf, b.Number });
                book.Property(b => b.CountryId).HasAttributeName("Country");
            });
        }
    }

    private sealed class UnindexedContext(TestStore store) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(store.ConnectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Author>().ToDynamoTable("Authors").Ignore(a => a.Country);
            modelBuilder.Entity<Book>().ToDynamoTable("Books").HasKey(b => new { b.Shelf, b.Number });
        }
    }

    private sealed class FaultClient(IDynamoClient client) : DelegatingDynamoClient(client)
    {
        private readonly Dictionary<string, QueryResponse> _queries = new(StringComparer.Ordinal);

        public int Requests { get; private set; }

        public int CancelsAt { get; init; }

        public int ThrottlesAt { get; init; }

        public CancellationTokenSource? Cancellation { get; init; }

        public bool AnswersOneKeyAtATime { get; init; }

        public bool HasPagesOfOne { get; init; }

        public bool RepeatsQueries { get; set; }

        public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        {
            Begin(cancellationToken);
            return base.GetItemAsync(request, cancellationToken);
        }

        public override async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        {
            Begin(cancellationToken);
            if (RepeatsQueries && _queries.TryGetValue(request.IndexName ?? "", out var known))
            {
                return known;
            }

            var response = await base.QueryAsync(request with { Arena = null, Limit = HasPagesOfOne ? 1 : request.Limit }, cancellationToken);
            _queries[request.IndexName ?? ""] = response;
            return response;
        }

        public override async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        {
            Begin(cancellationToken);
            if (!AnswersOneKeyAtATime)
            {
                return await base.BatchGetItemAsync(request, cancellationToken);
            }

            var (table, keys) = request.RequestItems!.Single();
            var response = await base.BatchGetItemAsync(With(request, table, keys with { Keys = [keys.Keys![^1]] }), cancellationToken);
            return keys.Keys.Count == 1
                ? response
                : response with { UnprocessedKeys = With(request, table, keys with { Keys = [.. keys.Keys.SkipLast(1)] }).RequestItems! };
        }

        private static BatchGetItemRequest With(BatchGetItemRequest request, string table, KeysAndAttributes keys)
            => request with { RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { [table] = keys } };

        private void Begin(CancellationToken cancellationToken)
        {
            Requests++;
            if (Requests == ThrottlesAt)
            {
                throw new ProvisionedThroughputExceededException("Slow down.");
            }

            if (Requests == CancelsAt)
            {
                Cancellation!.Cancel();
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

public sealed class EmbeddedLookupFaultTests() : LookupFaultTests(new EmbeddedStore());

public sealed class HttpLookupFaultTests() : LookupFaultTests(new HttpStore());

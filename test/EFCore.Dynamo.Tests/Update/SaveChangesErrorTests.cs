using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>The service's errors as EF's, with the entries concerned.</summary>
public sealed class SaveChangesErrorTests
{
    private readonly RecordingDynamoClient _client = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failed_condition_of_an_insert_is_a_duplicate_that_names_the_entity_and_the_key_where_values_may_be_shown(bool isSensitive)
    {
        _client.OnRequest = static _ => throw new ConditionalCheckFailedException();
        using var context = new ShopContext(_client, options => options.EnableSensitiveDataLogging(isSensitive));
        var product = new Product { Id = 7 };
        context.Add(product);

        var error = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        error.ShouldNotBeOfType<DbUpdateConcurrencyException>();
        error.Message.ShouldContain(isSensitive ? "'Product' {\"Id\":{\"N\":\"7\"}}" : "'Product' (EnableSensitiveDataLogging shows the key)");
        error.Message.Contains('7', StringComparison.Ordinal).ShouldBe(isSensitive);
        error.InnerException.ShouldBeOfType<ConditionalCheckFailedException>();
        error.Entries.ShouldHaveSingleItem().Entity.ShouldBe(product);
        context.Entry(product).State.ShouldBe(EntityState.Added);
    }

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task A_failed_condition_of_an_update_or_delete_is_a_concurrency_conflict(EntityState state)
    {
        _client.OnRequest = static _ => throw new ConditionalCheckFailedException();
        await using var context = new ShopContext(_client);
        var product = context.Read(new Product { Id = 7 });
        context.Entry(product).State = state;

        var error = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync());

        error.InnerException.ShouldBeOfType<ConditionalCheckFailedException>();
        error.Entries.ShouldHaveSingleItem().Entity.ShouldBe(product);
        context.Entry(product).State.ShouldBe(state);
    }

    [Fact]
    public void A_cancelled_transaction_names_exactly_the_entries_in_conflict()
    {
        using var context = new ShopContext(_client);
        var products = Enumerable.Range(1, 4).Select(id => context.Read(new Product { Id = id })).ToList();
        products.ForEach(static product => product.Price = 9);
        _client.OnRequest = request => Cancel(request, "ConditionalCheckFailed", id => id is 2 or 4);

        var error = Should.Throw<DbUpdateConcurrencyException>(() => context.SaveChanges());

        error.Entries.Select(entry => ((Product)entry.Entity).Id).ShouldBe([2, 4], ignoreOrder: true);
        error.InnerException.ShouldBeOfType<TransactionCanceledException>();
    }

    [Fact]
    public void A_duplicate_in_a_transaction_is_no_concurrency_conflict()
    {
        using var context = new ShopContext(_client);
        context.AddRange(Enumerable.Range(1, 3).Select(id => new Product { Id = id }));
        _client.OnRequest = request => Cancel(request, "ConditionalCheckFailed", id => id == 3);

        var error = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        error.ShouldNotBeOfType<DbUpdateConcurrencyException>();
        ((Product)error.Entries.ShouldHaveSingleItem().Entity).Id.ShouldBe(3);
    }

    [Fact]
    public void Another_reason_of_a_cancelled_transaction_is_told_with_its_entries()
    {
        using var context = new ShopContext(_client);
        context.AddRange(Enumerable.Range(1, 3).Select(id => new Product { Id = id }));
        _client.OnRequest = request => Cancel(request, "TransactionConflict", id => id == 2);

        var error = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        error.Message.ShouldContain("TransactionConflict");
        ((Product)error.Entries.ShouldHaveSingleItem().Entity).Id.ShouldBe(2);
    }

    [Fact]
    public void Any_other_error_of_the_service_is_an_update_error_with_the_service_error_inside()
    {
        _client.OnRequest = static _ => throw new ItemCollectionSizeLimitExceededException("Collection size exceeded.");
        using var context = new ShopContext(_client);
        context.Add(new Product { Id = 1 });

        var error = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        error.Message.ShouldContain("Collection size exceeded.");
        error.InnerException.ShouldBeOfType<ItemCollectionSizeLimitExceededException>();
    }

    [Fact]
    public void Two_entities_with_one_item_key_are_named()
    {
        _client.OnRequest = static request =>
        {
            if (request is TransactWriteItemsRequest)
            {
                throw new DynamoValidationException("Transaction request cannot include multiple operations on one item");
            }
        };
        using var context = new ClashContext(_client);
        context.AddRange(new Clash { Id = 1 }, new OtherClash { Id = 1 });

        var error = Should.Throw<DbUpdateException>(() => context.SaveChanges());

        error.Message.ShouldContain("Clash and OtherClash");
        error.Message.ShouldNotContain("CLASH#1");
        error.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cancellation_during_a_request_is_not_wrapped()
    {
        _client.OnRequest = static _ => throw new OperationCanceledException();
        await using var context = new ShopContext(_client);
        context.Add(new Product { Id = 1 });

        await Should.ThrowAsync<OperationCanceledException>(() => context.SaveChangesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interceptor_may_declare_a_conflict_harmless(bool async)
    {
        _client.OnRequest = static _ => throw new ConditionalCheckFailedException();
        await using var context = new ShopContext(_client, options => options.AddInterceptors(new Forgiving()));
        context.Remove(context.Read(new Product { Id = 7 }));

        var saved = async ? await context.SaveChangesAsync() : context.SaveChanges();

        saved.ShouldBe(0);
        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void A_row_version_counts_up_and_a_failed_save_takes_it_back()
    {
        using var context = new ShopContext(_client);
        var document = new Document { Id = "a", Text = "1" };
        context.Add(document);
        context.SaveChanges();
        document.RowVersion.ShouldBe(1);

        document.Text = "2";
        context.SaveChanges();
        document.RowVersion.ShouldBe(2);
        var update = _client.Requests[^1].ShouldBeOfType<UpdateItemRequest>();
        update.ConditionExpression.ShouldBe("attribute_exists(#0) AND #1 = :0");
        update.ExpressionAttributeValues!.Value[":0"].ToString().ShouldBe("""{"N":"1"}""");
        SaveChangesRequestTests.SetValues(update)["RowVersion"].ShouldBe("""{"N":"2"}""");

        document.Text = "3";
        _client.OnRequest = static _ => throw new ConditionalCheckFailedException();
        Should.Throw<DbUpdateConcurrencyException>(() => context.SaveChanges());
        document.RowVersion.ShouldBe(2);
        context.Entry(document).Property(d => d.RowVersion).OriginalValue.ShouldBe(2);
    }

    [Fact]
    public void A_change_of_what_is_owned_counts_the_owners_row_version_up()
    {
        using var context = new ShopContext(_client);
        var document = context.Read(new Document { Id = "a", RowVersion = 4, Footer = new Footer { Note = "x" } });
        document.Footer!.Note = "y";

        context.SaveChanges();

        document.RowVersion.ShouldBe(5);
        SaveChangesRequestTests.SetValues(_client.Requests.ShouldHaveSingleItem().ShouldBeOfType<UpdateItemRequest>())["RowVersion"]
            .ShouldBe("""{"N":"5"}""");
        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    private static void Cancel(object request, string code, Func<long, bool> isFailed)
    {
        var parts = ((TransactWriteItemsRequest)request).TransactItems!;
        throw new TransactionCanceledException([.. parts.Select(part =>
        {
            var id = (part.Put?.Item ?? part.Update?.Key ?? part.Delete!.Key)!.Value["Id"].GetNumber().ToInt64();
            return isFailed(id) ? new CancellationReason(code, "why") : new CancellationReason("None");
        })]);
    }

    private sealed class Forgiving : SaveChangesInterceptor
    {
        public override InterceptionResult ThrowingConcurrencyException(ConcurrencyExceptionEventData eventData, InterceptionResult result)
            => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
            ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
            => new(InterceptionResult.Suppress());
    }

    private sealed class Clash
    {
        public int Id { get; set; }
    }

    private sealed class OtherClash
    {
        public int Id { get; set; }
    }

    private sealed class ClashContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Clash>().ToDynamoTable("clash").HasPartitionKey(c => $"CLASH#{c.Id}");
            modelBuilder.Entity<OtherClash>().ToDynamoTable("clash").HasPartitionKey(c => $"CLASH#{c.Id}");
        }
    }
}

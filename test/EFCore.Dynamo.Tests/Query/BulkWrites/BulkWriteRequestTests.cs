using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>What bulk writes send, and what they do when others write, the service refuses, or the caller gives up.</summary>
public sealed class BulkWriteRequestTests : IAsyncLifetime, IDisposable
{
    private readonly EmbeddedStore _store = new();

    public Task InitializeAsync() => WarehouseContext.CreateAsync(_store);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_known_key_is_one_conditional_update()
    {
        var (client, context) = Open();
        var amount = 5;
        (await context.Products.Where(p => p.Id == 4 && p.Stock >= amount).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Stock, p => p.Stock - amount))).ShouldBe(1);

        var request = client.Requests.ShouldHaveSingleItem().ShouldBeOfType<UpdateItemRequest>();
        request.UpdateExpression.ShouldBe("SET #n1 = if_not_exists(#n1, :d0) - :t0");
        request.ConditionExpression.ShouldBe("attribute_exists(#n0) AND (attribute_not_exists(#n1) OR #n1 >= :r0) AND #n1 >= :f0");
        request.ExpressionAttributeNames.ShouldBe(new Dictionary<string, string> { ["#n0"] = "Id", ["#n1"] = "Stock" });
        request.ExpressionAttributeValues!.Value.ToString().ShouldBe("""{":d0":{"N":"0"},":f0":{"N":"5"},":r0":{"N":"-2147483643"},":t0":{"N":"5"}}""");
    }

    [Fact]
    public async Task A_known_key_is_one_conditional_delete()
    {
        var (client, context) = Open();
        (await context.Jobs.Where(t => t.Tenant == "a" && t.Number == 2 && t.State == "open").ExecuteDeleteAsync()).ShouldBe(1);

        var request = client.Requests.ShouldHaveSingleItem().ShouldBeOfType<DeleteItemRequest>();
        request.Key!.Value.ToString().ShouldBe("""{"PK":{"S":"TENANT#a"},"SK":{"S":"TASK#000002"}}""");
        request.ConditionExpression.ShouldBe("attribute_exists(#n0) AND #n1 = :f0");
    }

    [Theory]
    [InlineData("append", "SET #n1 = list_append(if_not_exists(#n1, :d0), :s0)")]
    [InlineData("prepend", "SET #n1 = list_append(:s0, if_not_exists(#n1, :d0))")]
    [InlineData("concat", "SET #n1 = list_append(if_not_exists(#n1, :d0), :s0)")]
    [InlineData("set add", "ADD #n1 :s0")]
    [InlineData("set union", "ADD #n1 :s0")]
    [InlineData("set except", "DELETE #n1 :s0")]
    [InlineData("coalesce", "SET #n1 = if_not_exists(#n1, :d0) + :t0")]
    [InlineData("null", "REMOVE #n1")]
    [InlineData("copy", "SET #n1 = if_not_exists(#n2, :d0)")]
    [InlineData("key of an index", "SET #n1 = :s0, #n2 = :s1")]
    public async Task What_the_service_can_compute_needs_no_read(string name, string expression)
    {
        var (client, context) = Open();
        (await Updates[name](context)).ShouldBe(1);
        client.Requests.ShouldHaveSingleItem().ShouldBeOfType<UpdateItemRequest>().UpdateExpression.ShouldBe(expression);
    }

    private static Dictionary<string, Func<WarehouseContext, Task<int>>> Updates { get; } = new(StringComparer.Ordinal)
    {
        ["append"] = c => One(c, s => s.SetProperty(p => p.Tags, p => p.Tags.Append("x").ToList())),
        ["prepend"] = c => One(c, s => s.SetProperty(p => p.Tags, p => p.Tags.Prepend("x").ToList())),
        ["concat"] = c => One(c, s => s.SetProperty(p => p.Tags, p => p.Tags.Concat(new[] { "x", "y" }).ToList())),
        ["set add"] = c => One(c, s => s.SetProperty(p => p.Labels, p => p.Labels.Append("x").ToHashSet())),
        ["set union"] = c => One(c, s => s.SetProperty(p => p.Labels, p => p.Labels.Union(new[] { "x" }).ToHashSet())),
        ["set except"] = c => One(c, s => s.SetProperty(p => p.Labels, p => p.Labels.Except(new[] { "x" }).ToHashSet())),
        ["coalesce"] = c => One(c, s => s.SetProperty(p => p.Rating, p => (p.Rating ?? 0) + 1)),
        ["null"] = c => One(c, s => s.SetProperty(p => p.Note, (string?)null)),
        ["copy"] = c => One(c, s => s.SetProperty(p => p.Stock, p => p.Reserved)),
        ["key of an index"] = c => c.Jobs.Where(j => j.Tenant == "a" && j.Number == 1)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.Owner, "x")),
    };

    [Fact]
    public async Task What_the_client_computes_is_written_only_where_it_was_computed_from_is_unchanged()
    {
        var (client, context) = Open();
        (await context.Products.Where(p => p.Id == 4).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, p => p.Name + p.Note))).ShouldBe(1);

        client.Requests.Count.ShouldBe(2);
        client.Requests[0].ShouldBeOfType<GetItemRequest>().ProjectionExpression.ShouldBe("#n0, #n1, #n2");
        client.Requests[1].ShouldBeOfType<UpdateItemRequest>().ConditionExpression.ShouldBe("attribute_exists(#n0) AND #n1 = :u0 AND #n2 = :u1");
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 3)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task A_sum_beyond_the_propertys_type_is_not_written(int stock)
    {
        var (_, context) = Open();
        await ExpectAsync(s => s.SetProperty(p => p.Stock, p => p.Stock + 3), (long)stock + 3);
        await ExpectAsync(s => s.SetProperty(p => p.Stock, p => p.Stock - 3), (long)stock - 3);
        await ExpectAsync(s => s.SetProperty(p => p.Stock, p => 3 - p.Stock), 3 - (long)stock);

        async Task ExpectAsync(Action<UpdateSettersBuilder<Product>> setters, long expected)
        {
            await SetStockAsync(new Values.ItemBuilder().Add("Id", 4).Build(), stock);
            var fits = expected is >= int.MinValue and <= int.MaxValue;
            if (fits)
            {
                (await One(context, setters)).ShouldBe(1);
            }
            else
            {
                (await Should.ThrowAsync<DbUpdateException>(() => One(context, setters))).Message.ShouldContain("'Product'");
            }

            (await context.Products.Where(p => p.Id == 4).Select(p => p.Stock).SingleAsync()).ShouldBe(fits ? (int)expected : stock);
        }
    }

    [Fact]
    public async Task An_unsigned_number_stays_one()
    {
        var (_, context) = Open();
        (await One(context, s => s.SetProperty(p => p.Limit, p => p.Limit - 4))).ShouldBe(1);
        await Should.ThrowAsync<DbUpdateException>(() => One(context, s => s.SetProperty(p => p.Limit, p => p.Limit - 1)));
        (await context.Products.Where(p => p.Id == 4 && p.Limit > 0).ExecuteUpdateAsync(s => s.SetProperty(p => p.Limit, p => p.Limit - 1))).ShouldBe(0);
    }

    [Fact]
    public async Task The_log_has_the_plan_of_both_ways()
    {
        var log = new List<string>();
        await using var context = new LoggedContext(_store, text => log.Add(text.ReplaceLineEndings("\n").Replace("\n      ", "\n", StringComparison.Ordinal)));
        var (id, n) = (4, 2);
        await context.Products.Where(p => p.Id == id && p.Stock >= n).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stock, p => p.Stock - n));
        log.ShouldHaveSingleItem().ShouldEndWith(
            """
            Executing UpdateItem Products  Id = @id
              if Stock >= @n
              set Stock = Stock - @n
            """);

        log.Clear();
        await context.Products.Where(p => p.Shelf == 1 && p.Stock > n).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Name, p => p.Name + p.Stock).SetProperty(p => p.Note, p => null));
        log[0].ShouldEndWith(
            """
            Executing Query Products.by-shelf  Shelf = 1 AND Stock > @n
              project Id, Name, Stock
              then UpdateItem for each of its items
              if Shelf = 1 AND Stock > @n
              if unchanged: Name, Stock
              set Name = computed by the client
              set Note = null
            """);
    }

    [Fact]
    public async Task What_is_in_a_value_that_is_null_is_not_set()
    {
        var (_, context) = Open();
        (await context.Products.AllowScan().ExecuteUpdateAsync(s => s.SetProperty(p => p.Origin!.Town, "x"))).ShouldBe(3);
        (await context.Products.AllowScan().ExecuteUpdateAsync(s => s.SetProperty(p => p.Origin!.Town, p => p.Origin!.Town + p.Name))).ShouldBe(3);
        (await context.Products.AllowScan().Where(p => p.Origin != null).Select(p => p.Origin!.Town).ToListAsync()).Order().ShouldBe(["xp2", "xp4", "xp6"]);
    }

    [Fact]
    public async Task A_new_Guid_is_one_for_each_item()
    {
        var (client, context) = Open();
        (await context.Products.AllowScan().ExecuteUpdateAsync(s => s.SetProperty(p => p.Token, p => Guid.NewGuid()))).ShouldBe(6);
        (await context.Products.AllowScan().Select(p => p.Token).ToListAsync()).Distinct().Count().ShouldBe(6);

        (await context.Jobs.Where(j => j.Tenant == "b").ExecuteUpdateAsync(s => s.SetProperty(j => j.Owner, j => Guid.NewGuid().ToString()))).ShouldBe(2);
        var items = (await _store.Client.ScanAsync(new ScanRequest { TableName = "Work" })).Items;
        items.Where(item => item.ContainsKey("Owner")).ShouldAllBe(item => item["by-stateSK"].GetString() == "OWNER#" + item["Owner"].GetString());
    }

    [Fact]
    public async Task A_scan_needs_consent_for_its_keys()
    {
        var (client, context) = Open();
        var read = await Should.ThrowAsync<InvalidOperationException>(() => context.Products.Where(p => p.Stock > 1).ToListAsync());
        var update = await Should.ThrowAsync<InvalidOperationException>(
            () => context.Products.Where(p => p.Stock > 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "x")));
        var delete = await Should.ThrowAsync<InvalidOperationException>(() => context.Products.Where(p => p.Stock > 1).ExecuteDeleteAsync());

        update.Message.ShouldBe(read.Message);
        delete.Message.ShouldBe(read.Message);
        client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_budget_of_reads_holds_before_anything_is_written()
    {
        var (client, context) = Open();
        await Should.ThrowAsync<InvalidOperationException>(() => context.Products.AllowScan().MaxItemsRead(3).ExecuteDeleteAsync());
        client.Requests.ShouldAllBe(r => r is ScanRequest);
    }

    [Fact]
    public async Task A_thousand_items_are_written_eight_at_a_time_and_counted()
    {
        await using (var writer = new WarehouseContext(_store))
        {
            writer.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            writer.AddRange(Enumerable.Range(1000, 1000).Select(WarehouseContext.CreateProduct));
            await writer.SaveChangesAsync();
        }

        var (client, context) = Open();
        client.Delay = true;
        (await context.Products.AllowScan().Where(p => p.Id >= 1000).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stock, p => p.Stock + 1))).ShouldBe(1000);
        client.MaxInFlight.ShouldBe(8);
        (await context.Products.AllowScan().Where(p => p.Id >= 1000 && p.Stock == (p.Id * 10) + 1).CountAsync()).ShouldBe(1000);
        (await context.Products.AllowScan().Where(p => p.Id >= 1000).ExecuteDeleteAsync()).ShouldBe(1000);
        (await context.Products.AllowScan().CountAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task What_another_writer_takes_out_of_the_condition_is_not_written_and_not_counted()
    {
        var (client, context) = Open();
        client.BeforeWrite = (key, _) => key["Id"].GetInt64() == 5 ? SetStockAsync(key, 0) : Task.CompletedTask;
        (await context.Products.AllowScan().Where(p => p.Stock >= 50).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "x"))).ShouldBe(1);
        client.BeforeWrite = (key, _) => SetStockAsync(key, 0);
        (await context.Products.AllowScan().Where(p => p.Stock >= 50 && p.Name.EndsWith("x")).ExecuteDeleteAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_client_computes_is_computed_anew_when_another_writer_was_first()
    {
        var (client, context) = Open();
        client.BeforeWrite = (key, attempt) => attempt <= 3 ? SetStockAsync(key, attempt) : Task.CompletedTask;
        (await context.Products.Where(p => p.Id == 4).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, p => "stock " + p.Stock))).ShouldBe(1);

        (await context.Products.Where(p => p.Id == 4).Select(p => p.Name).SingleAsync()).ShouldBe("stock 3");
        client.Requests.Count(r => r is GetItemRequest).ShouldBe(2); // the update's, and this test's: a failed write brings the item with it
    }

    [Fact]
    public async Task An_item_that_is_always_changed_is_a_concurrency_conflict()
    {
        var (client, context) = Open();
        client.BeforeWrite = SetStockAsync;
        (await Should.ThrowAsync<DbUpdateConcurrencyException>(
            () => context.Products.Where(p => p.Id == 4).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, p => "stock " + p.Stock))))
            .Message.ShouldContain("'Product'");
    }

    [Fact]
    public async Task An_item_that_is_deleted_meanwhile_does_not_come_back()
    {
        var (client, context) = Open();
        client.BeforeWrite = async (key, _) => await _store.Client.DeleteItemAsync(new DeleteItemRequest { TableName = "Products", Key = key });
        (await context.Products.AllowScan().ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "x"))).ShouldBe(0);
        (await context.Products.AllowScan().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_throttled_write_is_sent_again()
    {
        var (client, context) = Open();
        client.BeforeWrite = (_, attempt) => attempt == 1 ? throw new ProvisionedThroughputExceededException("slow down") : Task.CompletedTask;
        (await context.Products.Where(p => p.Id == 4).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stock, p => p.Stock - 1))).ShouldBe(1);
        (await context.Products.Where(p => p.Id == 4).Select(p => p.Stock).SingleAsync()).ShouldBe(39);
    }

    [Fact]
    public async Task A_write_that_stays_throttled_says_how_many_were_written()
    {
        var (client, context) = Open();
        client.BeforeWrite = (key, _) => key["Id"].GetInt64() == 5 ? throw new ThrottlingException("slow down") : Task.CompletedTask;
        var error = await Should.ThrowAsync<DbUpdateException>(() => context.Products.AllowScan().ExecuteDeleteAsync());
        error.Message.ShouldContain("of 6 items");
        error.InnerException.ShouldBeOfType<ThrottlingException>();
    }

    [Fact]
    public async Task A_cancelled_write_ends()
    {
        var (client, context) = Open();
        using var source = new CancellationTokenSource();
        client.BeforeWrite = (_, _) =>
        {
            source.Cancel();
            return Task.CompletedTask;
        };
        await Should.ThrowAsync<OperationCanceledException>(() => context.Products.AllowScan().ExecuteDeleteAsync(source.Token));
        client.Requests.Count(r => r is DeleteItemRequest).ShouldBeLessThan(6);
        await Should.ThrowAsync<OperationCanceledException>(() => context.Products.Where(p => p.Id == 1).ExecuteDeleteAsync(source.Token));
    }

    [Fact]
    public async Task Partial_answers_and_small_pages_leave_nothing_out()
    {
        await using var context = new WarehouseContext(_store, new HesitantClient(_store.Client));
        (await context.Products.AllowScan().Where(p => p.Maker!.Name == "Acme").ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "x"))).ShouldBe(3);
        (await context.Products.Where(p => new[] { 1, 2, 3, 4, 5 }.Contains(p.Id)).ExecuteDeleteAsync()).ShouldBe(5);
        context.Products.AllowScan().ExecuteDelete().ShouldBe(1);
    }

    [Fact]
    public async Task In_a_transaction_scope_nothing_is_written()
    {
        var (client, context) = Open();
        using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);
        (await Should.ThrowAsync<InvalidOperationException>(() => context.Products.Where(p => p.Id == 1).ExecuteDeleteAsync()))
            .Message.ShouldStartWith("ExecuteDelete is called inside a TransactionScope");
        client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_property_of_the_tables_key_is_refused()
    {
        var (client, context) = Open();
        (await Should.ThrowAsync<InvalidOperationException>(
            () => context.Jobs.Where(j => j.Tenant == "a").ExecuteUpdateAsync(s => s.SetProperty(j => j.Number, 9)))).Message
            .ShouldStartWith("ExecuteUpdate cannot set 'Number' of 'Job', because the key attribute 'SK' is made of it ('TASK#{Number:D6}')");
        await Should.ThrowAsync<InvalidOperationException>(
            () => context.Products.Where(p => p.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.Id, p => p.Id + 1)));
        client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_entity_of_one_set_is_refused()
    {
        var (client, context) = Open();
        (await Should.ThrowAsync<InvalidOperationException>(() => context.Products.AllowScan().Select(p => p.Maker).ExecuteDeleteAsync()))
            .Message.ShouldStartWith("'ExecuteDelete' writes the items of one set");
        (await Should.ThrowAsync<InvalidOperationException>(
            () => context.Products.AllowScan().ExecuteUpdateAsync(s => s.SetProperty(p => p.Maker!.Name, "x"))))
            .Message.ShouldStartWith("'SetProperty(");
        client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_null_for_a_required_property_is_refused_as_by_SaveChanges()
    {
        var (_, context) = Open();
        (await Should.ThrowAsync<DbUpdateException>(
            () => context.Products.Where(p => p.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, (string)null!))))
            .Message.ShouldStartWith("The property 'Product.Name' is required");
    }

    private static Task<int> One(WarehouseContext context, Action<UpdateSettersBuilder<Product>> setters)
        => context.Products.Where(p => p.Id == 4).ExecuteUpdateAsync(setters);

    private (RivalClient Client, WarehouseContext Context) Open()
    {
        var client = new RivalClient(_store.Client);
        return (client, new WarehouseContext(_store, client));
    }

    private async Task SetStockAsync(Values.Item key, int stock)
        => await _store.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "Products",
            Key = key,
            UpdateExpression = "SET Stock = :s",
            ExpressionAttributeValues = new Values.ItemBuilder().Add(":s", stock).Build(),
        });

    private sealed class LoggedContext(TestStore store, Action<string> log) : WarehouseContext(store)
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            base.OnConfiguring(optionsBuilder);
            optionsBuilder.LogTo(log, [DynamoEventId.ExecutingRequest], Microsoft.Extensions.Logging.LogLevel.Debug);
        }
    }
}

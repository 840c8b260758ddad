using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>Entries to requests, without a store.</summary>
public sealed class SaveChangesRequestTests
{
    private readonly RecordingDynamoClient _client = new();

    [Fact]
    public void An_added_entity_is_put_where_nothing_is()
    {
        using var context = new ShopContext(_client);
        context.Add(new Product { Id = 7, Name = "Lamp", Price = 12.5m, Labels = { "new", "blue" } });

        context.SaveChanges().ShouldBe(1);

        var put = Single<PutItemRequest>();
        put.TableName.ShouldBe("products");
        put.Item.ShouldBe(Item.Create(
            ("Id", AttributeValue.FromNumber(7)),
            ("Name", AttributeValue.FromString("Lamp")),
            ("Price", AttributeValue.FromNumber(DynamoNumber.Parse("12.5"))),
            ("Labels", AttributeValue.FromStringSet(["blue", "new"]))));
        put.ConditionExpression.ShouldBe("attribute_not_exists(#0)");
        put.ExpressionAttributeNames.ShouldBe(new Dictionary<string, string> { ["#0"] = "Id" });
        put.ExpressionAttributeValues.ShouldBeNull();
    }

    [Fact]
    public void Key_attributes_of_table_and_indexes_are_computed_from_their_templates()
    {
        using var context = new ShopContext(_client);
        context.Add(NewOrder(status: "open", courier: "Ann"));

        context.SaveChanges();

        var item = Single<PutItemRequest>().Item!.Value;
        item["PK"].GetString().ShouldBe("CUSTOMER#42");
        item["SK"].GetString().ShouldBe("ORDER#2026-03-01#1");
        item["by-courierPK"].GetString().ShouldBe("COURIER#Ann");
        item["by-courierSK"].GetString().ShouldBe("2026-03-01");
        item["Status"].GetString().ShouldBe("open");
        item.ContainsKey("by-statusPK").ShouldBeFalse();
    }

    [Fact]
    public void A_null_in_an_index_template_leaves_the_index_attribute_out()
    {
        using var context = new ShopContext(_client);
        context.Add(NewOrder(status: null, courier: null));

        context.SaveChanges();

        var item = Single<PutItemRequest>().Item!.Value;
        item.ContainsKey("by-courierPK").ShouldBeFalse();
        item.ContainsKey("Status").ShouldBeFalse();
        item["by-courierSK"].GetString().ShouldBe("2026-03-01");
    }

    [Fact]
    public void A_changed_property_is_set_and_nothing_else()
    {
        using var context = new ShopContext(_client);
        var product = context.Read(new Product { Id = 7, Name = "Lamp", Price = 12 });
        product.Price = 13;

        context.SaveChanges().ShouldBe(1);

        var update = Single<UpdateItemRequest>();
        update.Key.ShouldBe(Item.Create(("Id", AttributeValue.FromNumber(7))));
        update.UpdateExpression.ShouldBe("SET #1 = :0");
        update.ConditionExpression.ShouldBe("attribute_exists(#0)");
        update.ExpressionAttributeNames.ShouldBe(new Dictionary<string, string> { ["#0"] = "Id", ["#1"] = "Price" });
        update.ExpressionAttributeValues.ShouldBe(new ItemBuilder().Add(":0", 13).Build());
    }

    [Fact]
    public void Null_and_empty_sets_are_removed()
    {
        using var context = new ShopContext(_client);
        var product = context.Read(new Product { Id = 7, Name = "Lamp", Stock = 3, Labels = { "new" } });
        product.Name = null;
        product.Stock = null;
        product.Labels.Clear();

        context.SaveChanges();

        var update = Single<UpdateItemRequest>();
        update.UpdateExpression.ShouldBe("REMOVE #1, #2, #3");
        update.ExpressionAttributeNames!.Values.ShouldBe(["Id", "Labels", "Name", "Stock"]);
        update.ExpressionAttributeValues.ShouldBeNull();
    }

    [Fact]
    public void A_deleted_entity_is_deleted_where_it_exists()
    {
        using var context = new ShopContext(_client);
        context.Remove(context.Read(new Product { Id = 7 }));

        context.SaveChanges().ShouldBe(1);

        var delete = Single<DeleteItemRequest>();
        delete.TableName.ShouldBe("products");
        delete.Key.ShouldBe(Item.Create(("Id", AttributeValue.FromNumber(7))));
        delete.ConditionExpression.ShouldBe("attribute_exists(#0)");
    }

    [Fact]
    public void Nothing_changed_sends_nothing()
    {
        using var context = new ShopContext(_client);
        context.Read(new Product { Id = 7 });

        context.SaveChanges().ShouldBe(0);

        _client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Several_entities_are_one_transaction()
    {
        using var context = new ShopContext(_client);
        var changed = context.Read(new Product { Id = 1, Name = "a" });
        context.Remove(context.Read(new Product { Id = 2 }));
        context.Add(new Product { Id = 3 });
        changed.Name = "b";

        context.SaveChanges().ShouldBe(3);

        var parts = Single<TransactWriteItemsRequest>().TransactItems!;
        parts.Count.ShouldBe(3);
        parts.Count(part => part.Put is not null).ShouldBe(1);
        parts.Count(part => part.Update is not null).ShouldBe(1);
        parts.Count(part => part.Delete is not null).ShouldBe(1);
    }

    [Fact]
    public void More_than_hundred_items_are_refused_before_anything_is_sent()
    {
        using var context = new ShopContext(_client);
        context.AddRange(Enumerable.Range(1, 101).Select(id => new Product { Id = id }));

        Should.Throw<InvalidOperationException>(() => context.SaveChanges()).Message.ShouldContain("AutoTransactionBehavior.Never");

        _client.Requests.ShouldBeEmpty();
        context.ChangeTracker.Entries().ShouldAllBe(entry => entry.State == EntityState.Added);
    }

    [Fact]
    public void Without_transactions_each_entity_is_a_request()
    {
        using var context = new ShopContext(_client);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        context.AddRange(Enumerable.Range(1, 101).Select(id => new Product { Id = id }));

        context.SaveChanges().ShouldBe(101);

        _client.Requests.Count.ShouldBe(101);
        _client.Requests.ShouldAllBe(request => request is PutItemRequest);
    }

    [Fact]
    public void One_entity_is_a_transaction_where_the_context_always_wants_one()
    {
        using var context = new ShopContext(_client);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        context.Add(new Product { Id = 1 });

        context.SaveChanges();

        Single<TransactWriteItemsRequest>().TransactItems!.Count.ShouldBe(1);
    }

    [Fact]
    public void A_concurrency_token_must_have_the_value_that_was_read()
    {
        using var context = new ShopContext(_client);
        var order = context.Read(NewOrder(status: "open", courier: null));
        order.Status = "sent";
        order.Version = 6;

        context.SaveChanges();

        var update = Single<UpdateItemRequest>();
        update.ConditionExpression.ShouldBe("attribute_exists(#0) AND #1 = :0");
        update.ExpressionAttributeNames!["#1"].ShouldBe("Version");
        update.ExpressionAttributeValues!.Value[":0"].ShouldBe(AttributeValue.FromNumber(5));
    }

    [Fact]
    public void A_change_of_an_index_property_recomputes_the_index_attribute_in_the_same_update()
    {
        using var context = new ShopContext(_client);
        var order = context.Read(NewOrder(status: "open", courier: "Ann"));
        order.Courier = "Bob";

        context.SaveChanges();

        SetValues(Single<UpdateItemRequest>()).ShouldBe(new Dictionary<string, string>
        {
            ["Courier"] = """{"S":"Bob"}""",
            ["by-courierPK"] = """{"S":"COURIER#Bob"}""",
        });
    }

    [Fact]
    public void A_property_of_an_index_that_becomes_null_takes_the_item_out_of_the_index()
    {
        using var context = new ShopContext(_client);
        var order = context.Read(NewOrder(status: "open", courier: "Ann"));
        order.Courier = null;

        context.SaveChanges();

        var update = Single<UpdateItemRequest>();
        update.UpdateExpression!.ShouldStartWith("REMOVE ");
        update.ExpressionAttributeNames!.Values.ShouldBe(["PK", "Version", "Courier", "by-courierPK"]);
    }

    [Fact]
    public void A_changed_key_moves_the_item_in_one_transaction()
    {
        using var context = new ShopContext(_client);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        var order = context.Read(NewOrder(status: "open", courier: null));
        order.CustomerId = 43;

        context.SaveChanges().ShouldBe(1);

        var parts = Single<TransactWriteItemsRequest>().TransactItems!;
        parts.Count.ShouldBe(2);
        parts[0].Delete!.Key.ShouldBe(OrderKey("CUSTOMER#42"));
        parts[0].Delete!.ConditionExpression.ShouldBe("attribute_exists(#0) AND #1 = :0");
        parts[1].Put!.Item!.Value["PK"].GetString().ShouldBe("CUSTOMER#43");
        parts[1].Put!.ConditionExpression.ShouldBe("attribute_not_exists(#0)");
    }

    [Fact]
    public void A_key_property_marked_as_modified_without_a_new_value_moves_nothing()
    {
        using var context = new ShopContext(_client);
        context.Update(NewOrder(status: "open", courier: null));

        context.SaveChanges();

        Single<UpdateItemRequest>().Key.ShouldBe(OrderKey("CUSTOMER#42"));
    }

    [Fact]
    public void An_entity_added_under_the_key_of_a_deleted_one_replaces_its_item()
    {
        using var context = new ShopContext(_client);
        context.Remove(context.Read(NewOrder(status: "open", courier: null)));
        var added = NewOrder(status: "new", courier: null);
        added.Version = 1;
        context.Add(added);

        context.SaveChanges();

        var put = Single<PutItemRequest>();
        put.Item!.Value["Status"].GetString().ShouldBe("new");
        put.ConditionExpression.ShouldBe("attribute_exists(#0) AND #1 = :0");
        put.ExpressionAttributeValues!.Value[":0"].ShouldBe(AttributeValue.FromNumber(5));
        context.ChangeTracker.Entries<Order>().ShouldHaveSingleItem().State.ShouldBe(EntityState.Unchanged);
    }

    [Fact]
    public void A_null_in_the_key_template_is_an_error_that_names_the_template()
    {
        using var context = new KeylessPartContext(_client);
        context.Add(new KeylessPart { Id = 1 });

        var error = Should.Throw<InvalidOperationException>(() => context.SaveChanges());

        error.Message.ShouldContain("KeylessPart");
        error.Message.ShouldContain("TENANT#{Tenant}");
        _client.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_asynchronous_save_sends_the_same_request()
    {
        _client.IsRemote = true;
        await using var context = new ShopContext(_client);
        context.Add(new Product { Id = 7 });

        (await context.SaveChangesAsync()).ShouldBe(1);

        Single<PutItemRequest>().TableName.ShouldBe("products");
    }

    [Fact]
    public void The_synchronous_save_waits_for_a_remote_client()
    {
        _client.IsRemote = true;
        using var context = new ShopContext(_client);
        context.Add(new Product { Id = 7 });

        context.SaveChanges().ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_save_is_a_cancellation_and_sends_nothing()
    {
        await using var context = new ShopContext(_client);
        context.Add(new Product { Id = 7 });

        await Should.ThrowAsync<OperationCanceledException>(() => context.SaveChangesAsync(new CancellationToken(canceled: true)));

        _client.Requests.ShouldBeEmpty();
        context.ChangeTracker.Entries().ShouldHaveSingleItem().State.ShouldBe(EntityState.Added);
    }

    internal static Dictionary<string, string> SetValues(UpdateItemRequest update)
    {
        var set = update.UpdateExpression!.Split(" REMOVE ")[0]["SET ".Length..];
        return set.Split(", ").Select(assignment => assignment.Split(" = ")).ToDictionary(
            parts => string.Join('.', parts[0].Split('.').Select(name => update.ExpressionAttributeNames![name])),
            parts => update.ExpressionAttributeValues!.Value[parts[1]].ToString());
    }

    private static Order NewOrder(string? status, string? courier)
        => new()
        {
            Id = 1,
            CustomerId = 42,
            PlacedAt = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc),
            Status = status,
            Courier = courier,
            Version = 5,
        };

    private static Item OrderKey(string partitionKey)
        => Item.Create(("PK", AttributeValue.FromString(partitionKey)), ("SK", AttributeValue.FromString("ORDER#2026-03-01#1")));

    private T Single<T>() => _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<T>();

    private sealed class KeylessPart
    {
        public int Id { get; set; }

        public string Tenant { get; set; } = null!; // the mistake under test: required, and not set
    }

    private sealed class KeylessPartContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<KeylessPart>(b =>
            {
                b.HasKey(p => p.Id);
                b.Property(p => p.Id).ValueGeneratedNever();
                b.HasPartitionKey(p => $"TENANT#{p.Tenant}");
                b.HasSortKey(p => $"PART#{p.Id}");
            });
    }
}

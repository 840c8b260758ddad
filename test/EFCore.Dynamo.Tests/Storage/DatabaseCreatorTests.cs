using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Storage;

public sealed class DatabaseCreatorTests : IDisposable
{
    private readonly EmbeddedDynamoClient _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task EnsureCreated_creates_a_table_with_the_indexes_of_all_its_entity_types()
    {
        await using var context = new ShopContext(_client);

        (await context.Database.EnsureCreatedAsync()).ShouldBeTrue();

        var table = (await _client.DescribeTableAsync(new DescribeTableRequest { TableName = "shop" })).Table;
        table.BillingModeSummary.ShouldNotBeNull().BillingMode.ShouldBe(BillingMode.PayPerRequest);
        table.KeySchema.ShouldBe([new KeySchemaElement("PK", KeyType.PartitionKey), new KeySchemaElement("SK", KeyType.SortKey)]);
        table.GlobalSecondaryIndexes!.Select(index => index.IndexName).ShouldBe(["by-email", "by-status"], ignoreOrder: true);
        var byStatus = table.GlobalSecondaryIndexes!.Single(index => index.IndexName == "by-status");
        byStatus.KeySchema.ShouldBe([new KeySchemaElement("Status", KeyType.PartitionKey), new KeySchemaElement("Total", KeyType.SortKey)]);
        byStatus.Projection.ProjectionType.ShouldBe(ProjectionType.Include);
        byStatus.Projection.NonKeyAttributes.ShouldBe(["Discriminator", "Note"]);
        table.LocalSecondaryIndexes!.ShouldHaveSingleItem().KeySchema.ShouldBe(
            [new KeySchemaElement("PK", KeyType.PartitionKey), new KeySchemaElement("Total", KeyType.SortKey)]);
        table.AttributeDefinitions.ShouldBe(
            [
                new AttributeDefinition("PK", AttributeType.String),
                new AttributeDefinition("SK", AttributeType.String),
                new AttributeDefinition("Email", AttributeType.String),
                new AttributeDefinition("Status", AttributeType.Number),
                new AttributeDefinition("Total", AttributeType.Number),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EnsureCreated_inserts_model_data_once(bool async)
    {
        await using var context = new ShopContext(_client);

        (async ? await context.Database.EnsureCreatedAsync() : context.Database.EnsureCreated()).ShouldBeTrue();
        (async ? await context.Database.EnsureCreatedAsync() : context.Database.EnsureCreated()).ShouldBeFalse();

        (await _client.ScanAsync(new ScanRequest { TableName = "shop" })).Items.Select(item => item["PK"].GetString()).ShouldBe(
            ["CUSTOMER#1", "CUSTOMER#2"], ignoreOrder: true);
    }

    [Fact]
    public async Task EnsureCreated_calls_the_seeders()
    {
        var calls = new List<string>();
        var options = new DbContextOptionsBuilder<ShopContext>()
            .UseDynamo(_client)
            .UseSeeding((_, created) => calls.Add("sync " + created))
            .UseAsyncSeeding((_, created, _) =>
            {
                calls.Add("async " + created);
                return Task.CompletedTask;
            })
            .Options;
        await using var context = new ShopContext(options);

        context.Database.EnsureCreated();
        await context.Database.EnsureCreatedAsync();

        calls.ShouldBe(["sync True", "async False"]);
    }

    [Fact]
    public async Task EnsureDeleted_deletes_the_tables_of_the_model_only()
    {
        await _client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "other",
            KeySchema = [new KeySchemaElement("Id", KeyType.PartitionKey)],
            AttributeDefinitions = [new AttributeDefinition("Id", AttributeType.String)],
            BillingMode = BillingMode.PayPerRequest,
        });
        await using var context = new ShopContext(_client);
        await context.Database.EnsureCreatedAsync();

        (await context.Database.EnsureDeletedAsync()).ShouldBeTrue();
        context.Database.EnsureDeleted().ShouldBeFalse();

        (await _client.ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBe(["other"]);
    }

    [Fact]
    public async Task EnsureCreated_refuses_a_table_that_the_model_could_not_work_with()
    {
        await _client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "shop",
            KeySchema = [new KeySchemaElement("PK", KeyType.PartitionKey), new KeySchemaElement("SK", KeyType.SortKey)],
            AttributeDefinitions = [new AttributeDefinition("PK", AttributeType.String), new AttributeDefinition("SK", AttributeType.String)],
            BillingMode = BillingMode.PayPerRequest,
        });
        await using var context = new ShopContext(_client);

        (await Should.ThrowAsync<InvalidOperationException>(() => context.Database.EnsureCreatedAsync())).Message
            .ShouldStartWith("The table 'shop' exists, but does not fit the model: it has no global secondary index 'by-email'.");
    }

    [Fact]
    public async Task CanConnect_says_whether_the_client_answers()
    {
        await using var context = new ShopContext(_client);
        (await context.Database.CanConnectAsync()).ShouldBeTrue();
        context.Database.CanConnect().ShouldBeTrue();
    }

    [Fact]
    public void CanConnect_creates_no_directory()
    {
        var directory = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        using var context = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseDynamo($"Data Source={directory}").Options);

        context.Database.CanConnect().ShouldBeFalse();
        Directory.Exists(directory).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancelled_EnsureCreated_creates_nothing()
    {
        await using var context = new ShopContext(_client);

        await Should.ThrowAsync<OperationCanceledException>(() => context.Database.EnsureCreatedAsync(new CancellationToken(canceled: true)));
        await Should.ThrowAsync<ResourceNotFoundException>(() => _client.DescribeTableAsync(new DescribeTableRequest { TableName = "shop" }).AsTask());
    }

    [Fact]
    public async Task Explicit_transactions_are_refused_with_the_way_out()
    {
        await using var context = new ShopContext(_client);

        Should.Throw<NotSupportedException>(() => context.Database.BeginTransaction()).Message.ShouldContain("SaveChanges is atomic by itself");
        await Should.ThrowAsync<NotSupportedException>(() => context.Database.BeginTransactionAsync());
    }

    internal enum OrderStatus
    {
        New,
        Paid,
    }

    internal sealed class Customer
    {
        public int Id { get; set; }

        public string? Email { get; set; }
    }

    internal sealed class Order
    {
        public int Id { get; set; }

        public int CustomerId { get; set; }

        public OrderStatus Status { get; set; }

        public decimal Total { get; set; }

        public string? Note { get; set; }
    }

    internal sealed class ShopContext : DbContext
    {
        public ShopContext(IDynamoClient client)
            : base(new DbContextOptionsBuilder<ShopContext>().UseDynamo(client).Options)
        {
        }

        public ShopContext(DbContextOptions<ShopContext> options)
            : base(options)
        {
        }

        public DbSet<Customer> Customers => Set<Customer>();

        public DbSet<Order> Orders => Set<Order>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Customer>(b =>
            {
                b.ToDynamoTable("shop").HasPartitionKey(c => $"CUSTOMER#{c.Id}").HasSortKey(c => "PROFILE");
                b.HasGlobalSecondaryIndex("by-email").HasPartitionKey(c => c.Email).HasProjection(ProjectionType.KeysOnly);
                b.HasData(new Customer { Id = 1, Email = "ada@example.com" }, new Customer { Id = 2 });
            });
            modelBuilder.Entity<Order>(b =>
            {
                b.ToDynamoTable("shop").HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}").HasSortKey(o => $"ORDER#{o.Id}");
                b.HasGlobalSecondaryIndex("by-status").HasPartitionKey(o => o.Status).HasSortKey(o => o.Total).HasProjection(o => o.Note);
                b.HasLocalSecondaryIndex("by-total").HasSortKey(o => o.Total).HasProjection(ProjectionType.All);
            });
        }
    }
}

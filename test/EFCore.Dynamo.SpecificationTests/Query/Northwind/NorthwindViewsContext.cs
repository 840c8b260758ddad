using Microsoft.EntityFrameworkCore.TestModels.Northwind;

namespace EFCore.Dynamo.SpecificationTests.Query.Northwind;

/// <summary>Writes the items of Northwind's keyless entity types, which EF does not track in the model that the tests ask.</summary>
internal sealed class NorthwindViewsContext(DynamoTestStore store) : DbContext
{
    // The only view whose properties do not tell its items apart.
    private const string OrderNumber = "OrderNumber";

    /// <summary>An item has a key also where the entity type has none.</summary>
    public static void ConfigureKeys(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OrderQuery>().Property<int>(OrderNumber);
        modelBuilder.Entity<OrderQuery>().ToDynamoTable("OrderQueries").HasPartitionKey($"{{{OrderNumber}}}");
        modelBuilder.Entity<CustomerQuery>().ToDynamoTable("CustomerQueries").HasPartitionKey(customer => customer.CompanyName).Property(
            customer => customer.CompanyName).IsRequired();
        modelBuilder.Entity<ProductQuery>().ToDynamoTable("ProductQueries").HasPartitionKey(product => product.ProductID);
        modelBuilder.Entity<ProductView>().ToDynamoTable("ProductViews").HasPartitionKey(product => product.ProductID);
        modelBuilder.Entity<CustomerQueryWithQueryFilter>().ToDynamoTable("CustomerQueriesWithQueryFilter")
            .HasPartitionKey(customer => customer.CompanyName).Property(customer => customer.CompanyName).IsRequired();
    }

    /// <summary>Writes them all.</summary>
    public async Task SeedAsync()
    {
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        var data = NorthwindData.Instance;
        AddRange(data.CustomerQueries);
        AddRange(data.ProductQueries);
        AddRange(data.ProductViews);
        AddRange(data.CustomerQueriesWithQueryFilter);
        for (var i = 0; i < data.OrderQueries.Length; i++)
        {
            var entry = Entry(new OrderQuery(data.OrderQueries[i].CustomerID));
            entry.Property<int>(OrderNumber).CurrentValue = i;
            entry.State = EntityState.Added;
        }

        await SaveChangesAsync();
    }

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => store.AddProviderOptions(optionsBuilder);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureKeys(modelBuilder);
        modelBuilder.Entity<OrderQuery>().Ignore(order => order.Customer);
    }
}

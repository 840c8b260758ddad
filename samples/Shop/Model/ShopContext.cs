using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore;

namespace Shop.Model;

/// <summary>One table: a customer and all its orders share a partition, three indexes answer the other questions.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.ToDynamoTable("shop");
            customer.HasPartitionKey(c => $"CUSTOMER#{c.Id}");
            customer.HasSortKey(c => "PROFILE");
            customer.Property(c => c.OrderCount).IsConcurrencyToken();
            customer.HasGlobalSecondaryIndex("by-country").HasPartitionKey(c => c.Country).HasSortKey(c => c.OrderCount);
        });

        modelBuilder.Entity<Order>(order =>
        {
            order.ToDynamoTable("shop");
            order.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            order.HasSortKey(o => $"ORDER#{o.PlacedAt:O}#{o.Number}");
            order.Property(o => o.Status).HasConversion<string>();
            order.Property(o => o.Kind).HasConversion<string>();
            order.HasGlobalSecondaryIndex("by-status").HasPartitionKey(o => o.Status).HasSortKey(o => o.PlacedAt);
            order.HasGlobalSecondaryIndex("by-number").HasPartitionKey(o => o.Number).HasProjection(ProjectionType.All);
        });
    }
}

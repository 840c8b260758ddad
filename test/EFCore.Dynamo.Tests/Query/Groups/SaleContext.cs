using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Groups;

/// <summary>Sales of a store, sorted by day and number.</summary>
public sealed class SaleContext(TestStore store, IDynamoClient? client = null) : DbContext
{
    public DbSet<Sale> Sales => Set<Sale>();

    /// <summary>A store's sales, in their order.</summary>
    public static List<Sale> CreateSales(Random random, int store, int count)
        => [.. Enumerable.Range(0, count).Select(i => CreateSale(random, store, i))];

    public static async Task SaveAsync(TestStore store, IEnumerable<Sale> sales)
    {
        await using var context = new SaleContext(store);
        await context.Database.EnsureCreatedAsync();
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        context.AddRange(sales);
        await context.SaveChangesAsync();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => _ = client is null ? optionsBuilder.UseDynamo(store.ConnectionString) : optionsBuilder.UseDynamo(client);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Sale>(sale =>
        {
            sale.HasKey(s => new { s.Store, s.Day, s.Number });
            sale.HasPartitionKey(s => s.Store);
            sale.HasSortKey(s => $"{s.Day:D4}#{s.Number:D4}");
            sale.Property(s => s.Channel).HasConversion<string>();
        });

    private static Sale CreateSale(Random random, int store, int index)
        => new()
        {
            Store = store,
            Day = index / 4,
            Number = index % 4,
            City = random.Next(4) switch { 0 => null, 1 => "", 2 => "Bern", _ => "Åre" },
            Channel = (Channel)random.Next(3),
            Origin = random.Next(3) == 0 ? null : (Channel)random.Next(2),
            At = random.Next(3) == 0 ? null : new DateTime(2026, 1, 1 + random.Next(3), 0, 0, 0, DateTimeKind.Utc),
            Price = random.Next(-5, 5) / 4m,
            Discount = random.Next(2) == 0 ? null : random.Next(3) / 2m,
            Pieces = random.Next(-2, 3),
            Rating = random.Next(2) == 0 ? null : random.Next(3),
            Views = random.NextInt64(-3, 3) * 4_000_000_000,
            Weight = random.Next(-4, 4) / 4.0,
            Batch = random.Next(3) == 0 ? null : new Guid(random.Next(3), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
            IsGift = random.Next(3) switch { 0 => null, var n => n == 1 },
        };
}

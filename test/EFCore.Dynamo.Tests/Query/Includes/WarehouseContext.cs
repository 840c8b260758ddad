using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Includes;

public sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public Settings? Settings { get; set; }

    public List<Order> Orders { get; } = [];

    public List<Note> Notes { get; } = [];
}

public sealed class Settings
{
    public int CustomerId { get; set; }

    public string Theme { get; set; } = "";
}

public class Order
{
    public int CustomerId { get; set; }

    public int Number { get; set; }

    public decimal Total { get; set; }

    public int? CourierId { get; set; }

    public Courier? Courier { get; set; }

    public Customer? Customer { get; set; }
}

public sealed class ExpressOrder : Order
{
    public string Promise { get; set; } = "";
}

public sealed class Note
{
    public int CustomerId { get; set; }

    public int Id { get; set; }

    public string Text { get; set; } = "";
}

public sealed class Courier
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>
///     Customers, their orders of two kinds and their settings in one table, a partition a customer; notes are in the partition too, behind all of these.
/// </summary>
public sealed class WarehouseContext(TestStore store, IDynamoClient? client = null) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public static async Task CreateAsync(TestStore store)
    {
        await using var context = new WarehouseContext(store);
        await context.Database.EnsureCreatedAsync();
        context.AddRange(new Courier { Id = 1, Name = "Fast" }, new Courier { Id = 2, Name = "Slow" });
        for (var id = 1; id <= 3; id++)
        {
            context.Add(new Customer { Id = id, Name = $"c{id}" });
            context.Add(new Settings { CustomerId = id, Theme = $"t{id}" });
            context.AddRange(Enumerable.Range(1, 4).Select(n => n % 2 == 0
                ? new ExpressOrder { CustomerId = id, Number = n, Total = n * id, Promise = "1h", CourierId = 1 + (n / 4) }
                : new Order { CustomerId = id, Number = n, Total = n * id, CourierId = n == 1 ? null : 1 }));
            context.AddRange(Enumerable.Range(1, 2).Select(n => new Note { CustomerId = id, Id = n, Text = $"x{n}" }));
        }

        context.AddRange(Enumerable.Range(1, 2).Select(n => new Order { CustomerId = 9, Number = n }));
        context.Add(new Customer { Id = 10, Name = "new" });
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        await context.SaveChangesAsync();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => _ = client is null ? optionsBuilder.UseDynamo(store.ConnectionString) : optionsBuilder.UseDynamo(client);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Courier>().Property(c => c.Id).ValueGeneratedNever();
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.ToDynamoTable("warehouse").HasPartitionKey(c => $"CUSTOMER#{c.Id}").HasSortKey(c => "CUSTOMER");
            customer.HasMany(c => c.Orders).WithOne(o => o.Customer).HasForeignKey(o => o.CustomerId);
            customer.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CustomerId);
            customer.HasOne(c => c.Settings).WithOne().HasForeignKey<Settings>(s => s.CustomerId);
        });
        modelBuilder.Entity<Settings>(settings =>
        {
            settings.HasKey(s => s.CustomerId);
            settings.ToDynamoTable("warehouse").HasPartitionKey(s => $"CUSTOMER#{s.CustomerId}").HasSortKey(s => "SETTINGS");
        });
        modelBuilder.Entity<Order>(order =>
        {
            order.HasKey(o => new { o.CustomerId, o.Number });
            order.ToDynamoTable("warehouse").HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}").HasSortKey(o => $"ORDER#{o.Number:D6}");
            order.HasOne(o => o.Courier).WithMany().HasForeignKey(o => o.CourierId);
        });
        modelBuilder.Entity<ExpressOrder>();
        modelBuilder.Entity<Note>(note =>
        {
            note.HasKey(n => new { n.CustomerId, n.Id });
            note.ToDynamoTable("warehouse").HasPartitionKey(n => $"CUSTOMER#{n.CustomerId}").HasSortKey(n => $"TEXT#{n.Id:D6}");
        });
    }
}
